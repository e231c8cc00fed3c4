import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../shared/domain/decision/decide.ts';
import { supersededAtOnce } from '../../../shared/domain/decision/decision.ts';
import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import { type Instant, hours, minutes, plus } from '../../../shared/domain/values/instant.ts';
import type { Notification } from '../../../shared/domain/notification/notification.ts';
import type { NotificationId } from '../../../shared/domain/values/ids.ts';
import { anEvent, circumstances, now } from '../../support/builders/dossiers.ts';

const [right, wrong, third] = ['0912345678', '0987654321', '0908111222'] as const;
const asE164 = (phone: string) => `+84${phone.slice(1)}`;
let count = 0;
const taken = (event: AcceptedEvent): AcceptedEvent => ({ ...event, acceptedAt: plus(now, count) });
const report = (status: string, phone: string, facts: Record<string, unknown> = {}): AcceptedEvent =>
  taken(anEvent({ eventId: `c-${(count += 1)}`, status, applicant: { phone }, ...facts }));
const office = (event: Partial<AcceptedEvent>, act: Partial<AcceptedEvent['act'] & object> = {}) => {
  const { applicant, eventId: voids } = event;
  const what = voids ? ('void' as const) : ('correct' as const);
  return {
    ...taken(anEvent({ eventId: `o-${(count += 1)}`, applicant: undefined })),
    ...(applicant && { applicant }),
    ...(voids && { voids }),
    act: { what, by: 'one-stop', reason: 'gõ nhầm', ...act },
  } as AcceptedEvent;
};
const correction = (from: string, to: string) =>
  office({ applicant: { phone: to } }, { instead: { applicant: { phone: from } } });

type Timed = { event: AcceptedEvent; at: Instant };

/** Decides as events arrive; what is due leaves between them, unless it was cancelled. */
const live = (history: readonly Timed[]) => {
  let dossier: Dossier | undefined;
  const all = new Map<NotificationId, Notification>();
  const left: (Notification & { after: number })[] = [];
  const decisions = history.map(({ event, at }, index) => {
    for (const one of all.values())
      if (one.state === 'queued' && one.dueAt < at) {
        all.set(one.id, { ...one, state: 'sent' });
        left.push({ ...one, after: index });
      }
    const queued = new Set([...all.values()].filter(({ state }) => state === 'queued').map(({ id }) => id));
    const made = decide(event, dossier, circumstances({ queued }), at);
    const {
      decisions: [decision],
    } = supersededAtOnce({ decisions: [made] });
    for (const id of made.overtaken)
      if (all.get(id)?.state === 'queued') all.set(id, { ...all.get(id)!, state: 'cancelled' });
    for (const one of decision.notifications) all.set(one.id, one);
    dossier = made.dossier;
    return made;
  });
  for (const one of all.values()) if (one.state === 'queued') left.push({ ...one, after: history.length });
  return { left, decisions, dossier: dossier! };
};
const hourly = (...events: AcceptedEvent[]): Timed[] =>
  events.map((event, index) => ({ event, at: plus(now, hours(index)) }));
const heard = (history: readonly Timed[]) => live(history).left.map(({ to, purpose }) => [to, purpose]);

describe('a phone that was wrong', () => {
  const told = [
    ['supplement-requested', 'supplement'],
    ['completed', 'ready-counter'],
    ['received', 'received'],
    ['payment-requested', 'payment'],
  ] as const;

  it.each(told)('%s: the right one is told once after it left, and a person sees it', (status, purpose) => {
    const first = report(status, wrong);
    for (const mended of [report(status, right), correction(wrong, right)]) {
      const { left, decisions } = live(hourly(first, mended, mended));
      expect(left.map(({ to }) => to)).toEqual([asE164(wrong), asE164(right)]);
      expect(left.every((one) => one.purpose === purpose)).toBe(true);
      expect(decisions[1]!.corrects).toHaveLength(1);
    }
  });

  it('never hears what still waits, be it older word or newer', () => {
    const evening = '2026-03-02T14:30:00.000Z' as Instant;
    const facts = { occurredAt: '2026-03-02T21:25:00+07:00' };
    const history = [
      report('received', wrong, { ...facts, occurredAt: '2026-03-02T21:20:00+07:00' }),
      report('supplement-requested', wrong, facts),
      report('supplement-requested', right, facts),
    ].map((event, index) => ({ event, at: plus(evening, minutes(index)) }));
    expect(heard(history).toSorted(([, a], [, b]) => (a! < b! ? -1 : 1))).toEqual([
      [asE164(right), 'received'],
      [asE164(right), 'supplement'],
    ]);
  });

  it('is not believed again when the source only repeats it, and a new one is', () => {
    const history = hourly(
      report('supplement-requested', wrong),
      correction(wrong, right),
      report('in-progress', `+84 ${wrong.slice(1)}`, { occurredAt: plus(now, hours(1)) }),
      report('completed', wrong, { occurredAt: plus(now, hours(2)) }),
      report('completed', third, { occurredAt: plus(now, hours(2)) }),
    );
    expect(heard(history)).toEqual([
      [asE164(wrong), 'supplement'],
      [asE164(right), 'supplement'],
      [asE164(right), 'ready-counter'],
      [asE164(third), 'ready-counter'],
    ]);
  });

  it('is told nothing more where two systems disagree for ever', () => {
    const flip = Array.from({ length: 9 }, (_, index) =>
      report('completed', index % 2 === 0 ? right : wrong),
    );
    expect(heard(hourly(...flip))).toHaveLength(2);
  });

  it('leaves the citizen unreachable when there is no right one, and takes back what waits', () => {
    const { decisions, left } = live([
      { event: report('completed', wrong), at: '2026-03-02T14:30:00.000Z' as Instant },
      { event: correction(wrong, ''), at: '2026-03-02T14:40:00.000Z' as Instant },
    ]);
    expect(left).toEqual([]);
    expect(decisions[1]).toMatchObject({
      silent: 'no-phone',
      overtaken: decisions[0]!.notifications.map(({ id }) => id),
    });
  });
});

it('a fee that an officer corrects to nothing after it was told is taken back once', () => {
  const asked = report('payment-requested', right, { fee: 20_000 });
  const waived = { ...office({}, { instead: { fee: 20_000 } }), fee: 0 };
  expect(heard(hourly(asked, waived, waived))).toEqual([
    [asE164(right), 'payment'],
    [asE164(right), 'taken-back'],
  ]);
  expect(live(hourly(asked, waived)).decisions[1]!.corrects).toHaveLength(1);
});

describe('a status that was reported by mistake', () => {
  const received = report('received', right, { occurredAt: '2026-03-02T08:00:00+07:00' });
  const ready = report('completed', right);

  it('is taken back by one apology that says how the dossier stands, however often it is taken back', () => {
    const history = hourly(received, ready, office(ready), office(ready));
    expect(heard(history).slice(-1)).toEqual([[asE164(right), 'taken-back']]);
    expect(heard(history).filter(([, purpose]) => purpose === 'taken-back')).toHaveLength(1);
    expect(live(history).left.at(-1)!.text).toBe(
      'P. Vung Tau: Tin truoc ve ho so H29.26-260302-0001 la gui nham, xin loi Ong/Ba. Ho so da duoc tiep nhan. Hoi: 02543852101',
    );
  });

  it('is taken back by a call where no text can leave, with words to read aloud', () => {
    const [apology] = live(hourly(received, ready, office(ready))).left.slice(-1);
    expect(apology!.lapse).toMatchObject({
      becomes: 'call',
      spoken: expect.stringMatching(/^Dạ, tôi gọi từ .*xin lỗi/),
    });
  });

  it('is told to nobody where the office says so, or where it had not left', () => {
    expect(heard(hourly(ready, office(ready, { silently: true })))).toHaveLength(1);
    const evening = '2026-03-02T14:30:00.000Z' as Instant;
    const early = [ready, office(ready)].map((event, index) => ({ event, at: plus(evening, index) }));
    expect(heard(early)).toEqual([]);
  });

  it('gives back the word that it had kept from being said', () => {
    const evening = '2026-03-02T14:30:00.000Z' as Instant;
    const asked = report('supplement-requested', right, { occurredAt: '2026-03-02T21:00:00+07:00' });
    const mistake = report('completed', right, { occurredAt: '2026-03-02T21:10:00+07:00' });
    const history = [asked, mistake, office(mistake)].map((event, at) => ({ event, at: plus(evening, at) }));
    expect(heard(history)).toEqual([[asE164(right), 'supplement']]);
  });

  it('says nothing of what was never told, or is still true by another report', () => {
    const progress = report('in-progress', right);
    expect(heard(hourly(progress, office(progress)))).toEqual([]);
    const again = report('completed', right);
    expect(heard(hourly(ready, again, office(again)))).toHaveLength(1);
  });

  it('that two reporters told of is apologised for when the last of them is taken back, and told no more before', () => {
    const again = report('completed', right, { occurredAt: '2026-03-02T09:17:00+07:00' });
    for (const [first, last] of [
      [ready, again],
      [again, ready],
    ] as const) {
      const history = [
        ready,
        again,
        office(first),
        report('completed', right, { occurredAt: '2026-03-02T09:18:00+07:00' }),
      ];
      expect(heard(hourly(...history))).toHaveLength(1);
      const told = heard(hourly(ready, again, office(first), office(last)));
      expect(told.map(([, purpose]) => purpose)).toEqual(['ready-counter', 'taken-back']);
    }
  });
});

const statuses = [
  'received',
  'in-progress',
  'supplement-requested',
  'payment-requested',
  'completed',
] as const;
const aStep = fc.record({
  status: fc.constantFrom(...statuses),
  phone: fc.constantFrom(right, wrong, third),
  act: fc.constantFrom('report', 'correct', 'void', 'void-silently'),
  target: fc.nat(20),
  gap: fc.integer({ min: 1, max: 600 }),
});
const aHistory = fc.array(aStep, { minLength: 1, maxLength: 12 }).map((steps): Timed[] => {
  let at = now;
  let known = '';
  const reports: AcceptedEvent[] = [];
  return steps.map(({ status, phone, act, target, gap }) => {
    at = plus(at, minutes(gap));
    const voided = reports[target % Math.max(reports.length, 1)];
    if (act === 'report' || voided === undefined) {
      const event = report(status, phone, { occurredAt: plus(at, -minutes(1)) });
      known = phone;
      reports.push(event);
      return { event, at };
    }
    if (act === 'correct') {
      const event = { ...correction(known, phone), occurredAt: at };
      known = phone;
      return { event, at };
    }
    return { event: { ...office(voided, { silently: act !== 'void' }), occurredAt: at }, at };
  });
});

describe('any history with corrections', () => {
  it('tells nothing to a phone after it was corrected, and no phone the same twice without new word', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const { left, decisions } = live(history);
        for (const { to, after } of left) {
          const { facts } = decisions[after - 1]!.dossier;
          expect(to).toBe(asE164(facts.applicant!.value.phone!));
        }
        const ids = left.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { seed: 20261201, numRuns: 1000 },
    );
  });

  it('owes at most one apology for what was taken back, and none for what did not leave', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const { decisions } = live(history);
        const doubled = live(
          history.flatMap(({ event, at }) => [
            { event, at },
            { event, at },
          ]),
        );
        const apologies = (all: typeof decisions) =>
          all.flatMap(({ notifications }) => notifications).filter(({ purpose }) => purpose === 'taken-back');
        expect(apologies(doubled.decisions).map(({ id }) => id)).toEqual(
          apologies(decisions).map(({ id }) => id),
        );
        const voids = history.filter(({ event }) => event.voids !== undefined && !event.act?.silently);
        const targets = new Set(voids.map(({ event }) => event.voids));
        expect(apologies(decisions).length).toBeLessThanOrEqual(targets.size);
      }),
      { seed: 20261201, numRuns: 1000 },
    );
  });
});
