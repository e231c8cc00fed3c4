import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionContext } from '../../../shared/domain/decision/decision-context.ts';
import { decide } from '../../../shared/domain/decision/decide.ts';
import type { Decision } from '../../../shared/domain/decision/decision.ts';
import { type Dossier, fact } from '../../../shared/domain/dossier/dossier.ts';
import { hasTold } from '../../../shared/domain/dossier/tellings.ts';
import type { Day } from '../../../shared/domain/values/day.ts';
import { type Instant, plus } from '../../../shared/domain/values/instant.ts';
import { occurrenceOf, roundsOf } from '../../../shared/domain/dossier/rounds.ts';
import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import { Status } from '../../../shared/domain/dossier/statuses.ts';
import { defaultSettings, tells } from '../../../shared/domain/office/ward-settings.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { stillWorthSending } from '../../../shared/domain/dossier/superseding.ts';
import { anOwnTemplate } from '../../support/builders/sms-template.ts';
import { anEvent, aWard, circumstances, now } from '../../support/builders/dossiers.ts';

const at = (time: string) => `2026-03-02T${time}:00+07:00`;

/** The decisions over a history in the order it arrives. */
const live = (
  history: readonly AcceptedEvent[],
  { at: when = now, ...differs }: Partial<DecisionContext> & { at?: Instant } = {},
) => {
  const stands = circumstances(differs);
  let dossier: Dossier | undefined;
  const decisions: Decision[] = [];
  for (const event of history) {
    const decision = decide(event, dossier, stands, when);
    dossier = decision.dossier;
    decisions.push(decision);
  }
  return { dossier: dossier!, decisions, told: decisions.flatMap(({ notifications }) => notifications) };
};

describe('a status event reaches a dossier', () => {
  it('owes the citizen one text when the result is ready', () => {
    const { notifications, silent } = decide(anEvent(), undefined, circumstances(), now);
    expect(silent).toBeUndefined();
    expect(notifications).toMatchObject([
      {
        id: '26506~H29.26-260302-0001~completed@2026-03-02T02:15:00.000Z~sms',
        to: '+84912345678',
        purpose: 'ready-counter',
        parts: 2,
        state: 'queued',
        dueAt: now,
      },
    ]);
    expect(notifications[0]?.text).toBe(
      'P. Vung Tau: Da co ket qua ho so H29.26-260302-0001. Xin moi den nhan tai Bo phan Mot cua, tu 09:30 den 11:30 ngay 02/03. Mang theo can cuoc va giay hen. Can hoi xin goi 02543852101.',
    );
  });

  it.each(
    Status.options.map((status) => [status, tells(office, status) ? 'tells' : 'stays silent'] as const),
  )('%s: %s', (status, expected) => {
    const facts = { status, dueAt: at('17:00'), newDueAt: '2026-03-04T17:00:00+07:00', fee: 8000 };
    const { notifications, silent } = decide(anEvent(facts), undefined, circumstances(), now);
    expect(notifications.length > 0 ? 'tells' : 'stays silent').toBe(expected);
    expect(silent).toBe(expected === 'tells' ? undefined : 'not-worth-telling');
  });

  it('says nothing of the person or the procedure, whatever the event knows', () => {
    const { told } = live([anEvent({ procedureCode: '1.000656', reason: 'thiếu giấy báo tử' })]);
    expect(told[0]?.text).not.toMatch(/hang|nguyen|khai tu|bao tu|1\.000656/i);
  });

  it('tells the authorised person rather than the applicant', () => {
    const { told } = live([anEvent({ onBehalf: { name: 'Trần Văn Bình', phone: '0987654321' } })]);
    expect(told[0]?.to).toBe('+84987654321');
  });

  it('puts a citizen with a landline on the call list, in words to be read aloud and at no cost', () => {
    const { notifications, dossier, spent } = decide(
      anEvent({ applicant: { phone: '0254 3852 101' } }),
      undefined,
      circumstances(),
      now,
    );
    expect(notifications).toMatchObject([
      { channel: 'call-list', to: '02543852101', parts: 0, state: 'queued', dueAt: now },
    ]);
    expect(notifications[0]!.text).toContain(
      'Mời Ông/Bà đến Bo phan Mot cua nhận, từ 09:30 đến 11:30 ngày 02/03. Ông/Bà mang theo căn cước và giấy hẹn.',
    );
    expect(notifications[0]!.id).toMatch(/~call-list$/);
    expect(hasTold(dossier, occurrenceOf(anEvent()))).toBe(true);
    expect(spent).toBeUndefined();
  });

  it('takes a call off the list when newer word comes, weeks later too', () => {
    const applicant = { phone: '0254 3852 101' };
    const history = [
      anEvent({ applicant }),
      anEvent({ eventId: 'e-2', status: 'returned', occurredAt: '2026-03-20T09:00:00+07:00' }),
    ];
    const { decisions, told } = live(history.slice(0, 1));
    const later = decide(
      history[1]!,
      decisions[0]!.dossier,
      circumstances(),
      '2026-03-20T02:00:00.000Z' as Instant,
    );
    expect(later.overtaken).toEqual([told[0]!.id]);
  });

  it.each([
    ['no phone at all', {}, 'no-phone', undefined],
    ['two numbers in one field', { phone: '0912345678 / 0987654321' }, 'phone-unreadable', 'multiple'],
  ])('stays silent for %s and says why', (_, applicant, silent, because) => {
    expect(decide(anEvent({ applicant }), undefined, circumstances(), now)).toMatchObject({
      silent,
      notifications: [],
      ...(because === undefined ? {} : { because }),
    });
  });

  it('tells once the phone is known, whichever event brings it', () => {
    const silent = anEvent({ applicant: undefined });
    const withPhone = anEvent({ eventId: 'e-0', status: 'received', occurredAt: at('08:00') });
    const { decisions, told } = live([silent, withPhone]);
    expect(decisions[0]?.silent).toBe('no-phone');
    expect(told.map(({ purpose }) => purpose)).toEqual(['ready-counter']);
  });

  it('is no news after thirty days, and is news until then', () => {
    const onTheDay = '2026-04-01T02:15:00.000Z' as Instant;
    const aMomentLater = '2026-04-01T02:15:00.001Z' as Instant;
    expect(live([anEvent()], { at: onTheDay }).told).toHaveLength(1);
    expect(live([anEvent()], { at: aMomentLater }).decisions[0]?.silent).toBe('too-old-to-tell');
  });

  it('a status a ward has switched off stays silent', () => {
    expect(live([anEvent()], { ward: aWard({ tells: { completed: false } }) }).decisions[0]?.silent).toBe(
      'not-worth-telling',
    );
  });
});

describe('the same thing reported more than once', () => {
  it('tells once when the same event comes again, at any age', () => {
    const { told, decisions } = live([anEvent(), anEvent()]);
    expect(told).toHaveLength(1);
    expect(decisions[1]?.silent).toBe('already-decided');
  });

  it('tells once when two systems report the same occurrence under different ids', () => {
    const { told, decisions } = live([anEvent(), anEvent({ eventId: 'other-system-7' })]);
    expect(told).toHaveLength(1);
    expect(decisions[1]?.silent).toBe('already-told');
  });

  it('tells again when papers are asked for a second time', () => {
    const asked = (eventId: string, time: string, status = 'supplement-requested') =>
      anEvent({ eventId, status, occurredAt: at(time) });
    const { told } = live([asked('a', '08:00'), asked('b', '08:30', 'in-progress'), asked('c', '09:00')]);
    expect(told.map(({ cause }) => cause)).toEqual(['a', 'c']);
  });
});

describe('events out of order', () => {
  it('an older status after a newer one stays silent', () => {
    const late = anEvent({ eventId: 'e-0', status: 'received', occurredAt: at('08:00') });
    const { decisions } = live([anEvent(), late]);
    expect(decisions[1]?.silent).toBe('overtaken');
  });

  it('work in progress does not overtake the word that the dossier was received', () => {
    const working = anEvent({ eventId: 'w', status: 'in-progress', occurredAt: at('08:05') });
    const received = anEvent({ eventId: 'r', status: 'received', occurredAt: at('08:00') });
    expect(live([working, received]).told.map(({ cause }) => cause)).toEqual(['r']);
  });

  it('a result already handed over is not announced any more', () => {
    const returned = anEvent({ eventId: 'r', status: 'returned', occurredAt: at('09:20') });
    const { told, decisions } = live([returned, anEvent()]);
    expect(told).toEqual([]);
    expect(decisions.map(({ silent }) => silent)).toEqual(['not-worth-telling', 'overtaken']);
  });
});

describe('when the citizen is told', () => {
  const received = (time: string) =>
    anEvent({ eventId: 'r', status: 'received', occurredAt: at(time), dueAt: at('17:00') });
  const atNight = '2026-03-02T15:30:00.000Z' as Instant;

  it('at once by day, and at seven in the morning after the night', () => {
    expect(live([anEvent()]).told[0]?.dueAt).toBe(now);
    expect(live([anEvent()], { at: atNight }).told[0]?.dueAt).toBe('2026-03-03T00:00:00.000Z');
  });

  it('not of a reception that the result overtakes within twenty minutes', () => {
    const { told, decisions } = live([received('09:20'), anEvent({ occurredAt: at('09:29') })]);
    expect(told.map(({ purpose, dueAt }) => [purpose, dueAt])).toEqual([
      ['received', '2026-03-02T02:40:00.000Z'],
      ['ready-counter', now],
    ]);
    expect(decisions[1]?.overtaken).toEqual([told[0]?.id]);
  });

  it('no more that the result is ready, once it has been handed over', () => {
    const returned = anEvent({ eventId: 'x', status: 'returned', occurredAt: at('09:25') });
    const { told, decisions } = live([anEvent(), returned]);
    expect(decisions[1]?.overtaken).toEqual([told[0]?.id]);
  });

  it('what is overtaken already is not overtaken once more by what happens next', () => {
    const completed = anEvent({ occurredAt: at('09:25') });
    const returned = anEvent({ eventId: 'x', status: 'returned', occurredAt: at('09:28') });
    const { told, decisions } = live([received('09:20'), completed, returned]);
    expect(decisions.map(({ overtaken }) => overtaken)).toEqual([[], [told[0]?.id], [told[1]?.id]]);
  });

  it('where and from when the result can be fetched, with the office’s own sessions and holidays', () => {
    const friday = anEvent({ occurredAt: '2026-03-06T16:50:00+07:00' });
    const late = '2026-03-06T09:55:00.000Z' as Instant;
    expect(live([friday], { at: late }).told[0]?.text).toContain(
      'tai Bo phan Mot cua, tu 07:00 den 11:30 ngay 09/03',
    );
    const saturdays = {
      ...aWard().officeHours,
      weekly: [{ weekdays: [6 as const], from: '08:00', to: '10:00', label: 'thu bay', sameDay: false }],
    };
    const open = live([friday], { at: late, ward: aWard({ officeHours: saturdays }) });
    expect(open.told[0]?.text).toContain('tu 08:00 den 10:00 ngay 07/03 (thu bay)');
  });

  it('at the office that returns the result, when that is another one', () => {
    const elsewhere = anEvent({ returnedBy: '29926' });
    const returning = aWard({ office: 'UBND xa Tan Hong' });
    expect(live([elsewhere], { returning }).told[0]?.text).toContain('nhan tai UBND xa Tan Hong,');
  });

  it('where an office with no name of its own returns the result, by what the citizen holds: no code of a ward', () => {
    const elsewhere = anEvent({ returnedBy: '29926' });
    const returning = defaultSettings('29926' as Ward);
    const text = live([elsewhere], { returning }).told[0]?.text;
    expect(text).toContain('nhan tai noi ghi tren giay hen,');
    expect(text).not.toContain('29926');
  });

  it('naming the office that decides where it keeps the citizen waiting, if it has a name', () => {
    const late = { status: 'delayed', newDueAt: '2026-03-09T17:00:00+07:00', decidedBy: '29926' };
    const text = (deciding?: DecisionContext['deciding']) =>
      live([anEvent(late)], deciding && { deciding }).told[0]?.text;
    expect(text(aWard({ ward: '29926', office: 'UBND xa Tan Hong' }))).toContain(
      'chua co ket qua nhu da hen, dang o UBND xa Tan Hong. Xin loi Ong/Ba',
    );
    const own = 'chua co ket qua nhu da hen. Xin loi Ong/Ba, hen lai 17:00 ngay 09/03/2026';
    expect(text()).toContain(own);
    expect(text(defaultSettings('29926' as Ward))).toContain(own);
  });

  it('not at all while nobody knows when: where to collect would read as where it was handed in', () => {
    const text = (dueAt?: string) => live([anEvent({ status: 'received', dueAt })]).told[0]?.text;
    expect(text()).toContain('Da tiep nhan ho so H29.26-260302-0001. Can hoi:');
    expect(text('2026-03-05T17:00:00+07:00')).toContain('Hen tra 17:00 ngay 05/03/2026 tai Bo phan Mot cua.');
  });

  it('without an hour, rather than not at all, in a year whose calendar nobody has announced', () => {
    const later = { occurredAt: '2031-03-03T09:00:00+07:00' };
    const { told } = live([anEvent(later)], { at: '2031-03-03T02:30:00.000Z' as Instant });
    expect(told[0]?.text).toContain('Xin moi den nhan tai Bo phan Mot cua.');
  });
});

describe('until when papers are wanted', () => {
  const request = { status: 'supplement-requested', eventId: 's', occurredAt: at('09:20') };
  const textOf = (history: Record<string, unknown>[]) =>
    live(history.map((one) => anEvent(one))).told.at(-1)?.text;

  it('is said where the request itself names it', () => {
    expect(textOf([{ ...request, dueAt: '2026-03-15T17:00:00+07:00' }])).toContain(
      'Xin Ong/Ba nop them truoc 17:00 ngay 15/03/2026 tai Bo phan Mot cua, theo phieu yeu cau da gui.',
    );
  });

  it('is not the day on which the result was promised', () => {
    const received = { status: 'received', occurredAt: at('09:00'), dueAt: '2026-03-05T17:00:00+07:00' };
    expect(textOf([received, request])).toContain('Xin Ong/Ba nop them tai Bo phan Mot cua,');
  });
});

describe('whoever filed online', () => {
  const facts = {
    filingChannel: 'online',
    newDueAt: '2026-03-04T17:00:00+07:00',
    fee: 8000,
    dueAt: at('17:00'),
  };
  const textOf = (differs: Record<string, unknown>, ward = aWard()) =>
    live([anEvent({ ...facts, ...differs })], { ward }).told[0]?.text;

  it.each(['received', 'not-accepted', 'supplement-requested', 'payment-requested', 'delayed', 'stopped'])(
    'is sent to the portal by its name: %s',
    (status) => {
      expect(textOf({ status })).toMatch(/Cong Dich vu cong quoc gia/);
      expect(textOf({ status })).not.toMatch(/phieu|giay hen|noi nop|Bo phan/);
      expect(textOf({ status, filingChannel: 'zalo' })).toBe(textOf({ status }));
      expect(textOf({ status, filingChannel: 'counter' })).not.toMatch(/Cong Dich vu cong/);
    },
  );

  it('fetches the paper at a counter with a name, never where nothing was handed in', () => {
    expect(textOf({ status: 'completed' })).toContain(
      'Nhan tai Bo phan Mot cua, tu 09:30 den 11:30 ngay 02/03.',
    );
    const unsaid = aWard({ returnPlace: undefined });
    expect(textOf({ status: 'completed' }, unsaid)).toContain('Nhan tai P. Vung Tau, tu');
  });

  it('is told in the words of the ward where it wrote some for that', () => {
    const bodies = {
      vi: '((office)): Hồ sơ ((code)) thiếu giấy, xin mở VNeID.',
      en: '((office)): ((code)) lacks papers, see VNeID.',
    };
    const own = anOwnTemplate({ key: 'supplement-online', bodies });
    const { told } = live([anEvent({ ...facts, status: 'supplement-requested' })], { templates: [own] });
    expect(told[0]).toMatchObject({
      purpose: 'supplement',
      template: { key: 'supplement-online', version: 2 },
    });
  });
});

describe('what is no news any more', () => {
  const decidedAfter = (days: number, differs: Record<string, unknown>) =>
    decide(
      anEvent({ newDueAt: '2026-12-24T17:00:00+07:00', fee: 8000, ...differs }),
      undefined,
      circumstances(),
      plus(now, days * 86_400_000),
    );

  it.each([
    ['received', 0.9, undefined],
    ['received', 1.1, 'too-old-to-tell'],
    ['received', 28, 'too-old-to-tell'],
    ['not-accepted', 13, undefined],
    ['not-accepted', 35, 'too-old-to-tell'],
    ['supplement-requested', 13, undefined],
    ['payment-requested', 15, 'too-old-to-tell'],
    ['delayed', 15, 'too-old-to-tell'],
    ['completed', 14, undefined],
  ])('%s, %d days later', (status, days, silent) => {
    expect(decidedAfter(days, { status }).silent).toBe(silent);
  });

  it('a reception whose date is past is told without it, and without the place that would be read as its end', () => {
    const [told] = decidedAfter(0, { status: 'received', dueAt: at('08:00') }).notifications;
    expect(told?.text).toMatch(/Da tiep nhan ho so \S+\. Can hoi/);
  });

  it('an apology whose new date is past is not said, and the office sees why', () => {
    expect(decidedAfter(0, { status: 'delayed', newDueAt: '2026-03-01T10:00:00+07:00' })).toMatchObject({
      silent: 'text-not-sayable',
      because: 'newDueAt: 2026-03-01T03:00:00.000Z is past',
    });
  });

  it('a request for papers says until when, as long as that is to come, and promises no result by it', () => {
    const asks = { status: 'supplement-requested', dueAt: '2026-03-10T17:00:00+07:00' };
    const inTime = decidedAfter(1, asks);
    expect(inTime.notifications[0]?.text).toContain('10/03/2026');
    expect(fact(inTime.dossier, 'dueAt')).toBeUndefined();
    expect(decidedAfter(9, asks).notifications[0]?.text).not.toContain('/03/2026');
  });

  it('a fee of nothing is no citizen’s matter, on the first request and on the second', () => {
    const pay = (differs: Record<string, unknown>) => anEvent({ status: 'payment-requested', ...differs });
    const { decisions, told } = live([
      pay({ fee: 20_000 }),
      anEvent({ eventId: 'e-2', status: 'in-progress', occurredAt: at('09:20') }),
      pay({ eventId: 'e-3', occurredAt: at('09:25'), fee: 0 }),
    ]);
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('20.000')]);
    expect(decisions.map(({ silent }) => silent)).toEqual([undefined, 'not-worth-telling', 'nothing-to-pay']);
  });
});

describe('what a person has chosen', () => {
  it('is respected: whoever opted out is left alone', () => {
    const out = { person: 'p', purpose: 'status', choice: 'out', when: now, evidence: 'SMS' } as const;
    expect(live([anEvent()], { consents: [out] }).decisions[0]?.silent).toBe('opted-out');
  });
});

describe('caps in parts', () => {
  const day = '2026-03-02' as Day;
  const limits = { messagesPerPhonePerDay: 2, messagesPerWardPerDay: 10 };

  it('a phone that has had its day’s share is told the next morning, in the words of that morning', () => {
    const { told, decisions } = live([anEvent()], {
      ward: aWard({ limits, shortTexts: true }),
      spent: { 'phone-day': { since: day, used: 2 } },
    });
    expect(told[0]).toMatchObject({
      state: 'queued',
      heldBy: 'phone-day',
      dueAt: '2026-03-03T00:00:00.000Z',
      reason: 'cap: phone-day',
    });
    expect(told[0]?.text).toContain('tu 07:00 den 11:30 ngay 03/03');
    expect(decisions[0]?.dossier.told[0]?.parts).toBeUndefined();
    expect(decisions[0]?.spent).toBeUndefined();
  });

  it('what newer word took back before it left is not counted against the phone', () => {
    const received = anEvent({ status: 'received', occurredAt: '2026-03-02T09:25:00+07:00', eventId: 'r' });
    const ready = anEvent({ occurredAt: '2026-03-02T09:29:00+07:00', eventId: 'c' });
    const first = live([received], {
      ward: aWard({ limits, shortTexts: true }),
      spent: { 'phone-day': { since: day, used: 1 } },
    });
    const { phone } = first.decisions[0]!.spent!;
    expect(phone.day).toEqual({ since: day, used: 2 });

    const again = (then: Instant, dossier: Dossier) =>
      decide(
        ready,
        dossier,
        circumstances({ ward: aWard({ limits, shortTexts: true }), spent: { 'phone-day': phone.day } }),
        then,
      );
    const { dossier } = first.decisions[0]!;
    const instant = again(now, dossier);
    expect(instant.overtaken).toEqual([first.told[0]!.id]);
    expect(instant.notifications).toMatchObject([{ state: 'queued', purpose: 'ready-counter' }]);
    expect(instant.spent?.phone.day).toEqual({ since: day, used: 2 });

    const later = again('2026-03-02T03:00:00.000Z' as Instant, dossier); // it may have left by then
    expect(later.notifications).toMatchObject([{ heldBy: 'phone-day' }]);
    const other = { ...ready, applicant: { phone: '0987654321' } }; // and that is another phone's day
    const elsewhere = circumstances({
      ward: aWard({ limits, shortTexts: true }),
      spent: { 'phone-day': { since: day, used: 2 } },
    });
    expect(decide(other, dossier, elsewhere, now).notifications).toMatchObject([{ heldBy: 'phone-day' }]);
  });

  it('every part is counted against the phone and the ward', () => {
    const { decisions } = live([anEvent()], {
      ward: aWard({ limits, shortTexts: true }),
      spent: { 'ward-day': { since: day, used: 4 } },
    });
    expect(decisions[0]?.spent).toMatchObject({
      phone: { phone: '+84912345678', day: { since: day, used: 1 } },
      ward: { 'ward-day': { since: day, used: 5 } },
      crossed: [{ cap: 'ward-day', percent: 50 }],
    });
  });
});

describe('dossiers filed together', () => {
  const filed = (code: string, status: string, time: string) =>
    anEvent({
      eventId: `${code}-${status}`,
      dossierCode: code,
      status,
      occurredAt: at(time),
      bundle: { id: 'b-1', parts: 2 },
    });
  const one = 'H29.26-260302-0001';
  const two = 'H29.26-260302-0002';

  /** The decisions over events of several dossiers of one bundle, each with what the bundle is by then. */
  const decided = (history: AcceptedEvent[]) => {
    const dossiers = new Map<string, Dossier>();
    let bundle: Decision['bundle'];
    return history.map((event) => {
      const stands = circumstances({ ...(bundle && { bundle }) });
      const decision = decide(event, dossiers.get(event.dossierCode), stands, now);
      dossiers.set(event.dossierCode, decision.dossier);
      ({ bundle } = decision);
      return decision;
    });
  };
  const together = (history: AcceptedEvent[]) =>
    decided(history).map(
      ({ silent, notifications }) => silent ?? notifications.map(({ purpose }) => purpose).join(),
    );
  const texts = (history: AcceptedEvent[]) =>
    decided(history).map(({ notifications }) => notifications.map(({ text }) => text).join('\n'));

  it('say once that they were received and once that all is ready', () => {
    const said = together([
      filed(one, 'received', '08:00'),
      filed(two, 'received', '08:01'),
      filed(one, 'completed', '09:00'),
      filed(two, 'completed', '09:10'),
    ]);
    expect(said).toEqual(['received', 'bundle-spoke-already', 'waits-for-bundle', 'ready-counter']);
  });

  it.each([
    [
      'two, each by its code',
      '-0002',
      /ket qua 2 ho so nop cung luc\. .* Ma ho so: H29\.26-260302-0001, H29\.26-260302-0002\./,
    ],
    [
      'no code where they would not fit',
      '-0002'.padEnd(25, '9'),
      /^[^-]+ket qua 2 ho so nop cung luc\. Xin moi/,
    ],
  ])('are named all or none: %s', (_, end, said) => {
    const other = `H29.26-260302${end}`;
    const [, , last = ''] = texts([
      filed(one, 'received', '08:00'),
      filed(one, 'completed', '09:00'),
      filed(other, 'completed', '09:10'),
    ]);
    expect(last).toMatch(said);
  });

  it('are counted and not named when the first is received and nobody knows the others', () => {
    const [first] = texts([filed(one, 'received', '08:00')]);
    expect(first).toMatch(/: Da tiep nhan 2 ho so nop cung luc\. /);
  });

  it('are one again where only one of them is there to collect', () => {
    const [, refused] = texts([filed(one, 'completed', '09:00'), filed(two, 'not-accepted', '09:10')]);
    expect(refused).toContain(`ket qua ho so ${one}.`);
  });

  it('still call the family when the last of them was refused while another lies ready', () => {
    const said = together([filed(one, 'completed', '09:00'), filed(two, 'not-accepted', '09:10')]);
    expect(said).toEqual(['waits-for-bundle', 'not-accepted,ready-counter']);
  });
});

const aStatus = fc.constantFrom(...Status.options);
const historyWith = (phones: (string | undefined)[]) =>
  fc
    .array(
      fc.record({
        status: aStatus,
        minute: fc.integer({ min: 0, max: 6 }),
        sequence: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
        phone: fc.constantFrom(...phones),
        fee: fc.option(fc.integer({ min: 0, max: 50_000 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 7 },
    )
    .map((steps) =>
      steps.map(({ status, minute, sequence, phone, fee }, index) =>
        anEvent({
          eventId: `e-${index}`,
          status,
          sequence,
          fee,
          occurredAt: at(`08:0${minute}`),
          dueAt: at('17:00'),
          newDueAt: at('17:30'),
          applicant: phone === undefined ? null : { phone },
        }),
      ),
    );
const anyHistory = historyWith(['0912345678', '0987654321', undefined, '0254 3852 101']);
const shuffled = (history: AcceptedEvent[]) =>
  fc.shuffledSubarray(history, { minLength: history.length, maxLength: history.length });
const office = aWard();
const settled = { seed: 20261121, numRuns: 2000 };
const known = ({ dossier }: { dossier: Dossier }) => ({ ...dossier, told: undefined });

describe('whatever the order of a history', () => {
  it('the dossier ends the same, repeats and contradictions included', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((history) => fc.tuple(fc.constant(history), shuffled([...history, ...history]))),
        ([history, arrival]) => {
          expect(known(live(arrival))).toEqual(known(live(history)));
        },
      ),
      settled,
    );
  });

  it('no occurrence is told twice, and no older status after a newer one', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((history) => shuffled([...history, ...history])),
        (arrival) => {
          const { told, decisions } = live(arrival);
          expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
          for (const { dossier, notifications } of decisions) {
            const newest = roundsOf(dossier.steps).findLast(({ status }) => tells(office, status));
            const reported = newest?.reports.map(({ eventId }) => eventId) ?? [];
            expect(reported).toEqual(expect.arrayContaining(notifications.map(({ cause }) => cause)));
          }
        },
      ),
      settled,
    );
  });

  it('the newest status that matters has been told at the end, if its phone is known', () => {
    fc.assert(
      fc.property(
        historyWith(['0912345678', undefined]).chain((history) =>
          fc.tuple(shuffled(history), shuffled(history)),
        ),
        ([one, other]) => {
          const end = (arrival: AcceptedEvent[]) => {
            const { dossier } = live(arrival);
            const rounds = roundsOf(dossier.steps);
            const newest = rounds.findLast(({ status }) => tells(office, status));
            const matters = newest !== undefined && stillWorthSending(newest, rounds);
            const phone = fact(dossier, 'applicant')?.phone !== undefined;
            return { newest, matters, phone, isTold: matters && hasTold(dossier, occurrenceOf(newest)) };
          };
          const ended = end(one);
          expect(ended.isTold).toBe(ended.matters && ended.phone);
          expect(ended).toEqual(end(other));
        },
      ),
      settled,
    );
  });
});
