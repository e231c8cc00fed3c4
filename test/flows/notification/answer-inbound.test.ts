import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHttpMessage } from '../../../shared/adapters/carriers/sms/inbound-http.ts';
import { readSpeedsmsMessage } from '../../../shared/adapters/carriers/sms/speedsms/callback.ts';
import { keyed } from '../../../shared/adapters/kms/sealing.ts';
import { mayTell } from '../../../shared/domain/office/consent.ts';
import { InboundSms, inboundTextOf } from '../../../shared/domain/inbound/sms.ts';
import { between, days, hours, type Instant, minutes } from '../../../shared/domain/values/instant.ts';
import type { Notification } from '../../../shared/domain/notification/notification.ts';
import { answerInbound } from '../../../shared/flows/notification/answer-inbound.ts';
import { aWard, anEventBody, code, now, tanHong, vungTau } from '../../support/builders/dossiers.ts';
import { aDoorbell, aWardsDay } from '../../support/builders/wards-day.ts';
import { anOwnTemplate } from '../../support/builders/sms-template.ts';

const hang = '0912 345 678';
const nam = '0987 654 321';
const stranger = '0905 111 222';
const unknownCode = 'H29.26-260302-9999';

/** A ward that knows one dossier: Hằng's, handed in by Nam, received. */
const aWardThatListens = async (event: Record<string, unknown> = {}) => {
  const day = aWardsDay('accepted');
  const { store, clock, turn } = day;
  await store.settings.save(aWard());
  await store.inboxes.give(vungTau, 'esms', '8099');
  await day.accept(
    vungTau,
    [
      anEventBody({
        status: 'received',
        dueAt: '2026-03-05T17:00:00+07:00',
        onBehalf: { name: 'Trần Văn Nam', phone: nam },
        ...event,
      }),
    ],
    'vi',
  );
  await day.decide(await store.events.find(vungTau, ['e-1' as never]));
  const { doorbell, rung } = aDoorbell();
  const answer = answerInbound({ ...store, doorbell, clock });
  let messages = 0;
  const write = async (from: string, text: string, differs: Record<string, unknown> = {}) =>
    answer(
      InboundSms.parse({
        provider: 'esms',
        from,
        to: '8099',
        text,
        receivedAt: clock(),
        providerId: `m-${(messages += 1)}`,
        ...differs,
      }),
    );
  /** The answer that is owed for this message. */
  const answerTo = async (...message: Parameters<typeof write>): Promise<Notification | undefined> => {
    const outcome = await write(...message);
    if (outcome.is !== 'answered') return undefined;
    const claim = await store.notifications.claim(outcome.id, { id: `a-${messages}`, at: clock() });
    return claim.is === 'ours' ? claim.notification : undefined;
  };
  const choices = async (phone: string) => (await store.consents.of([{ ward: vungTau, phone }]))[0]!;
  return { ...day, turn, rung, write, answerTo, choices };
};

describe('a citizen asks how a dossier stands', () => {
  it('and is owed the answer like every other notification: due at once, rung for, sent once', async () => {
    const { answerTo, rung } = await aWardThatListens();
    const owed = await answerTo(hang, `HS ${code}`);
    expect(owed).toMatchObject({
      text: `P. Vung Tau: Ho so ${code} da duoc tiep nhan, hen tra 17:00 ngay 05/03/2026. Can hoi: 02543852101`,
      to: '+84912345678',
      channel: 'sms',
      dossierCode: code,
      purpose: 'answer-status',
      template: { key: 'answer-status', version: 1 },
      parts: 1,
      dueAt: now,
    });
    expect(rung).toEqual([owed?.id]);
  });

  it('also when a relative handed it in, by either phone', async () => {
    const { answerTo } = await aWardThatListens();
    expect((await answerTo(nam, code))?.purpose).toBe('answer-status');
  });

  it('in English if that is the language of the dossier', async () => {
    const { answerTo } = await aWardThatListens({ applicant: { phone: hang, language: 'en' } });
    expect((await answerTo(hang, code))?.text).toContain('has been received, due 17:00 on 05/03/2026');
  });

  it.each([
    ['completed', 'da co ket qua. Can hoi'],
    ['in-progress', 'dang duoc giai quyet, hen tra 17:00'],
  ])('that is %s, with the promised time only while it is still to come', async (status, words) => {
    const { answerTo } = await aWardThatListens({ status });
    expect((await answerTo(hang, code))?.text).toContain(words);
  });

  it('in the ward’s own words where it has them', async () => {
    const { answerTo, store } = await aWardThatListens();
    const own = anOwnTemplate({
      key: 'answer-status',
      bodies: { vi: '((office)) ((code)) ((status)).', en: '((office)) ((code)) ((status)).' },
    });
    await store.templates.publish(vungTau, own);
    expect(await answerTo(hang, code)).toMatchObject({
      text: `P. Vung Tau ${code} da duoc tiep nhan.`,
      template: { key: 'answer-status', version: 2 },
    });
  });

  it('of another ward, and hears what everybody hears about a code there is not', async () => {
    const { answerTo, store } = await aWardThatListens();
    await store.inboxes.give(tanHong, 'esms', '8100');
    expect((await answerTo(hang, code, { to: '8100' }))?.purpose).toBe('answer-not-found');
  });
});

describe('a provider', () => {
  const heard = {
    provider: 'esms',
    providerId: 'a~b c/ü',
    from: hang,
    to: 'UBNDVungTau',
    text: code,
    receivedAt: now,
  };
  const vaultOf = (fill: number) => keyed([{ id: '1', key: Buffer.alloc(32, fill) }]);
  const digest = (text: string) => vaultOf(1).hash(text);

  it('may name its messages as it likes: an id of ours holds a word of ours, the same for the same', () => {
    expect(inboundTextOf(heard, digest)).toMatchObject({ to: 'ubndvungtau' });
    const ids = ['a~b c/ü', 'a~b c/ü', 'A1-b2'].map(
      (providerId) => inboundTextOf({ ...heard, providerId }, digest).providerId,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
    expect(inboundTextOf({ ...heard, provider: 'vnpt' }, digest).providerId).not.toBe(ids[0]);
  });

  it('that names them by phone and text lets nobody without the key find out whose they were', () => {
    const minute = now.slice(0, 16);
    const spoken = readSpeedsmsMessage({ type: 'sms', phone: hang, content: 'STOP' }, now)!;
    const posted = readHttpMessage(
      { contentType: 'application/x-www-form-urlencoded', body: `from=${hang}&text=STOP` },
      'inbound',
      now,
    )!;
    const guesses = [spoken.providerId, posted.providerId, `${hang} ${minute} STOP`].flatMap((name) => [
      name,
      ...(['hex', 'base64url'] as const).map((form) => createHash('sha256').update(name).digest(form)),
    ]);
    for (const message of [spoken, posted]) {
      const kept = inboundTextOf(message, digest).providerId;
      expect(guesses.filter((guess) => kept.includes(guess))).toEqual([]);
      expect(inboundTextOf(message, (text) => vaultOf(2).hash(text)).providerId).not.toBe(kept);
    }
  });

  it('that does not know the phone, as Zalo, leaves nobody to answer', async () => {
    const { write } = await aWardThatListens();
    const { from, channel } = inboundTextOf({ ...heard, provider: 'zalo', from: null }, digest);
    expect(await write(from, code, { channel })).toEqual({ is: 'silent', because: 'not-a-person' });
  });
});

describe('a stranger', () => {
  it('hears of a foreign dossier what everybody hears of a code there is not', async () => {
    const { answerTo } = await aWardThatListens();
    const foreign = await answerTo(stranger, `HS ${code}`);
    const nothing = await answerTo(stranger, `HS ${unknownCode}`);
    expect(foreign?.text).toBe(nothing?.text);
    expect(foreign).toMatchObject({ purpose: 'answer-not-found', text: expect.not.stringContaining(code) });
  });

  it('leaves no trace beside the dossier', async () => {
    const { answerTo, store } = await aWardThatListens();
    const before = await store.notifications.ofDossier(vungTau, code);
    await answerTo(stranger, code);
    expect(await store.notifications.ofDossier(vungTau, code)).toEqual(before);
  });
});

describe('a citizen who asks for several dossiers', () => {
  it('is answered for each of theirs, and once for all others', async () => {
    const { write, store, rung, accept, decide } = await aWardThatListens();
    const second = 'H29.26-260302-0002';
    const event = { eventId: 'e-2', dossierCode: second, status: 'received', applicant: { phone: hang } };
    await accept(vungTau, [anEventBody(event)], 'vi');
    await decide(await store.events.find(vungTau, ['e-2' as never]));
    const text = `HS ${code}, ${second}, ${unknownCode}`;
    expect(await write(hang, text, { providerId: 'one' })).toMatchObject({ purpose: 'answer-status' });
    expect(rung).toHaveLength(3);
    await write(hang, text, { providerId: 'one' });
    expect(rung).toHaveLength(3);
    await write(stranger, text);
    expect(rung).toHaveLength(4);
  });
});

describe('a citizen whose wish may be another', () => {
  const calls = async ({ store, clock }: Awaited<ReturnType<typeof aWardThatListens>>) =>
    (await store.desk.list(vungTau, 'call-list', { now: clock() })).items;

  it('changes nothing, reads so, and is rung by an officer who knows what was written', async () => {
    const ward = await aWardThatListens();
    const owed = await ward.answerTo(hang, 'Hủy hồ sơ giúp tôi');
    expect(owed).toMatchObject({
      purpose: 'answer-unclear-stop',
      text: expect.stringContaining('Chua co gi'),
    });
    expect(await ward.choices('+84912345678')).toEqual([]);
    expect(await calls(ward)).toMatchObject([{ to: '0912345678', wrote: 'Hủy hồ sơ giúp tôi' }]);
  });

  it('is not rung without end: twice a day at most', async () => {
    const ward = await aWardThatListens();
    for (const text of ['Hủy hồ sơ', 'đừng gửi bưu điện', 'rút hồ sơ', 'đừng gọi nữa'])
      await ward.write(hang, text);
    expect(await calls(ward)).toHaveLength(2);
  });
});

describe('a message to a number that is nobody’s', () => {
  it('is answered when it comes again after the number was given', async () => {
    const { write, store, choices } = await aWardThatListens();
    const message = { to: '8199', providerId: 'waits' };
    const waits = { is: 'unclaimed', to: '8199' };
    expect(await write(hang, 'HUY', message)).toMatchObject(waits);
    expect(await write(hang, 'HUY', message)).toMatchObject(waits);
    expect(await store.inboxes.unclaimed()).toMatchObject([{ provider: 'esms', to: '8199', messages: 1 }]);
    await store.inboxes.give(vungTau, 'esms', '8199');
    expect(await store.inboxes.unclaimed()).toEqual([]);
    expect(await write(hang, 'HUY', message)).toMatchObject({ is: 'answered', purpose: 'answer-opt-out' });
    expect(await choices('+84912345678')).toMatchObject([{ choice: 'out' }]);
  });
});

describe('a citizen who wants to be left alone', () => {
  it('may change their mind as often as they like, each time heard, where no id names what they write', async () => {
    const { write, choices, turn, clock } = await aWardThatListens();
    const body = (text: string) =>
      readHttpMessage(
        { contentType: 'application/x-www-form-urlencoded', body: `from=${hang}&text=${text}` },
        'inbound',
        clock(),
      )!.providerId;
    for (const text of ['HUY', 'DK', 'HUY']) {
      await write(hang, text, { providerId: body(text).slice(0, 60) });
      turn(minutes(1));
    }
    expect(mayTell(await choices('+84912345678'), 'sms', 'status').may).toBe(false);
  });

  it('is, with the message as evidence, and is told so', async () => {
    const { answerTo, choices } = await aWardThatListens();
    expect((await answerTo(hang, 'Hủy'))?.purpose).toBe('answer-opt-out');
    const kept = await choices('+84912345678');
    expect(kept).toMatchObject([{ choice: 'out', channel: 'sms', evidence: expect.stringContaining('m-1') }]);
    expect(mayTell(kept, 'sms', 'status').may).toBe(false);
  });

  it('may come back', async () => {
    const { answerTo, choices, turn } = await aWardThatListens();
    await answerTo(hang, 'HUY');
    turn(minutes(1));
    expect((await answerTo(hang, 'DK'))?.purpose).toBe('answer-opt-in');
    expect(mayTell(await choices('+84912345678'), 'sms', 'status').may).toBe(true);
  });

  it('is even when no answer is left for today, while coming back waits for one', async () => {
    const { write, choices, turn } = await aWardThatListens();
    for (let asked = 0; asked < 5; asked += 1) await write(hang, code);
    expect(await write(hang, 'HUY')).toEqual({ is: 'silent', because: 'enough-answers' });
    expect(mayTell(await choices('+84912345678'), 'sms', 'status').may).toBe(false);
    turn(minutes(1));
    await write(hang, 'DK');
    expect(mayTell(await choices('+84912345678'), 'sms', 'status').may).toBe(false);
  });

  it('and what waited for the morning is taken back, whereas the answer goes', async () => {
    const { store, write } = await aWardThatListens();
    const states = async () =>
      (await store.notifications.ofDossier(vungTau, code as never)).map(({ state }) => state);
    await write(hang, 'HUY'); // not the phone that hears of this dossier
    expect(await states()).toEqual(['queued']);
    const outcome = await write(nam, 'HUY', { providerId: 'same' });
    expect(await states()).toEqual(['cancelled']);
    expect(outcome).toMatchObject({ is: 'answered', purpose: 'answer-opt-out' });
    const answered = outcome as Extract<typeof outcome, { is: 'answered' }>;
    expect(await store.notifications.unsentAmong([answered.id])).toEqual([answered.id]);
  });

  it('and a repeat of the message makes up for what the first one could not take back', async () => {
    const { store, write, rung, clock } = await aWardThatListens();
    const { doorbell } = aDoorbell();
    const failing = { ...store.notifications, ofDossier: async () => Promise.reject(new Error('lost')) };
    const message = InboundSms.parse({
      provider: 'esms',
      from: nam,
      to: '8099',
      text: 'HUY',
      receivedAt: clock(),
      providerId: 'same',
    });
    const first = answerInbound({ ...store, notifications: failing, doorbell, clock });
    await expect(first(message)).rejects.toThrow('lost');
    expect(await write(nam, 'HUY', { providerId: 'same' })).toEqual({ is: 'duplicate' });
    expect(await store.notifications.ofDossier(vungTau, code as never)).toMatchObject([
      { state: 'cancelled', reason: 'opted-out' },
    ]);
    expect(rung).toEqual([]);
  });

  it('may say so every day, and it is noted down once', async () => {
    const { write, choices, turn } = await aWardThatListens();
    for (let day = 0; day < 5; day += 1) {
      await write(hang, 'HUY');
      turn(days(1));
    }
    expect(await choices('+84912345678')).toHaveLength(1);
  });
});

describe('nobody is answered', () => {
  it.each<[string, string, Record<string, unknown>, unknown]>([
    ['when a brandname writes', 'Viettel', {}, { is: 'silent', because: 'not-a-person' }],
    ['when a short code writes', '8088', {}, { is: 'silent', because: 'not-a-person' }],
    [
      'at a number that is no ward’s',
      hang,
      { to: '9999' },
      { is: 'unclaimed', provider: 'esms', to: '9999' },
    ],
  ])('%s', async (_, from, differs, outcome) => {
    const { write, rung } = await aWardThatListens();
    expect(await write(from, code, differs)).toEqual(outcome);
    expect(rung).toEqual([]);
  });

  it('twice for one message, even when the dossier moved on in between', async () => {
    const { write, rung } = await aWardThatListens();
    expect(await write(hang, code, { providerId: 'same' })).toMatchObject({ is: 'answered' });
    expect(await write(hang, 'HUY', { providerId: 'same' })).toEqual({ is: 'duplicate' });
    expect(rung).toHaveLength(1);
  });

  it('by a machine that answers our answers, after the second', async () => {
    const { write, turn } = await aWardThatListens();
    const outcomes: string[] = [];
    for (let round = 0; round < 30; round += 1) {
      outcomes.push((await write(stranger, 'Toi dang ban, se goi lai sau.')).is);
      turn(minutes(30));
    }
    expect(outcomes.filter((is) => is === 'answered')).toHaveLength(2);
  });
});

const message = fc.record({
  from: fc.constantFrom(hang, nam, stranger, '84905111333', 'Viettel'),
  text: fc.oneof(
    fc.constantFrom(`HS ${code}`, code, `HS ${unknownCode}`, 'HUY', 'DK', 'xin chao', ''),
    fc.string({ maxLength: 40 }),
  ),
  pause: fc.constantFrom(0, 0, 1000, minutes(1), minutes(11), minutes(59), hours(1), hours(7)),
  providerId: fc.option(fc.nat({ max: 20 }).map(String), { nil: undefined, freq: 5 }),
});

describe('whatever people and machines write', () => {
  it('no phone is answered more than five times an hour and twenty times a day, and no message twice', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 20, maxLength: 120 }), async (messages) => {
        const { write, clock, turn, rung } = await aWardThatListens();
        const answered: { from: string; at: Instant; providerId: string | undefined }[] = [];
        for (const { from, text, pause, providerId } of messages) {
          turn(pause);
          const outcome = await write(from, text, providerId === undefined ? {} : { providerId });
          if (outcome.is === 'answered') answered.push({ from, at: clock(), providerId });
        }
        for (const { from, at } of answered) {
          const before = answered.filter((other) => other.from === from && other.at <= at);
          const within = (span: number) => before.filter((other) => between(other.at, at) < span).length;
          most = Math.max(most, within(hours(1)));
          expect(within(hours(1))).toBeLessThanOrEqual(5);
          expect(within(days(1))).toBeLessThanOrEqual(20);
        }
        const named = answered.flatMap(({ providerId }) => (providerId === undefined ? [] : [providerId]));
        expect(new Set(named).size).toBe(named.length);
        expect(new Set(rung).size).toBe(rung.length);
      }),
      { seed: 20260302, numRuns: 60 },
    );
    expect(most).toBe(5);
  });

  it('no foreign phone learns anything: its answers are the same with and without the dossier', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 30 }), async (messages) => {
        const here = await aWardThatListens();
        const elsewhere = await aWardThatListens({ dossierCode: 'H29.26-260302-7777' });
        for (const { text, pause } of messages) {
          here.turn(pause);
          elsewhere.turn(pause);
          const [one, other] = [
            await here.answerTo(stranger, text),
            await elsewhere.answerTo(stranger, text),
          ];
          expect(one).toEqual(other);
          expect(one?.text ?? '').not.toContain(code);
        }
      }),
      { seed: 20260302, numRuns: 100 },
    );
  });

  it('people who write at the same moment are each answered once', async () => {
    const { write, rung } = await aWardThatListens();
    const outcomes = await Promise.all([hang, nam, hang, stranger].map((from) => write(from, code)));
    expect(outcomes.map(({ is }) => is)).toEqual(['answered', 'answered', 'answered', 'answered']);
    expect(new Set(rung).size).toBe(4);
  });
});
