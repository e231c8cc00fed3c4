import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrierSaying } from '../../../shared/adapters/memory/notification/carrier.ts';
import { failover, inOrder } from '../../../shared/flows/notification/failover.ts';
import type { Carrier, Handover } from '../../../shared/domain/notification/carrier.ts';

const message = { to: '+84912345678', text: 'UBND P. Vung Tau: ho so da co ket qua', attempt: 'a-1' };

const named = (name: string, answer: Handover): Carrier & { asked: number } => {
  const carrier = {
    name,
    asked: 0,
    take: async () => {
      carrier.asked += 1;
      return answer;
    },
  };
  return carrier;
};

const accepted: Handover = { outcome: 'accepted', reference: 'r-1' };
const busy = (retryAfter: number): Handover => ({ outcome: 'busy', retryAfter, reason: 'too-fast' });
const refused = (because?: 'message' | 'carrier' | 'unreachable-here'): Handover => ({
  outcome: 'refused',
  reason: 'no',
  ...(because && { because }),
});
const unknown: Handover = { outcome: 'unknown', reason: 'no-answer' };

describe('a second carrier', () => {
  it('is not asked when the first one took the message', async () => {
    const second = named('sns', accepted);
    const said = await failover([named('zalo', accepted), second]).take(message);
    expect(said).toEqual({ outcome: 'accepted', reference: 'r-1', carrier: 'zalo' });
    expect(second.asked).toBe(0);
  });

  it.each([
    ['the first one is busy', busy(1000)],
    ['the phone has no Zalo', refused('unreachable-here')],
    ['the template is not registered with the first one', refused('carrier')],
  ])('takes the message when %s', async (_, first) => {
    const said = await failover([named('zalo', first), named('sns', accepted)]).take(message);
    expect(said).toEqual({ outcome: 'accepted', reference: 'r-1', carrier: 'sns' });
  });

  it.each([
    ['nobody knows whether the first one took it', unknown, { ...unknown, carrier: 'zalo' }],
    ['the message itself is at fault', refused('message'), refused('message')],
    ['a refusal does not say whose fault it is', refused(), refused()],
  ])('is not asked when %s', async (_, first, said) => {
    const second = named('sns', accepted);
    expect(await failover([named('zalo', first), second]).take(message)).toEqual(said);
    expect(second.asked).toBe(0);
  });

  it.each<[string, Handover, Handover]>([
    ['taken by another one', accepted, { outcome: 'accepted', reference: 'r-1', carrier: 'sns' }],
    ['in doubt', unknown, { ...unknown, carrier: 'sns' }],
    ['refused for its own sake', refused('message'), refused('message')],
    ['kept waiting', busy(1000), { outcome: 'busy', retryAfter: 1000, reason: 'zalo: no; sns: too-fast' }],
  ])('does not hide what has to be mended at the first one: the message is %s', async (_, second, said) => {
    const first: Handover = { ...refused('carrier'), toMend: '-117 template-not-allowed' };
    const both = failover([named('zalo', first), named('sns', second)]);
    expect(await both.take(message)).toEqual({ ...said, toMend: 'zalo: -117 template-not-allowed' });
  });

  it('is waited for when both are busy, no longer than the more patient of them asks', async () => {
    const said = await failover([named('zalo', busy(9000)), named('sns', busy(4000))]).take(message);
    expect(said).toEqual({
      outcome: 'busy',
      retryAfter: 4000,
      reason: 'zalo: too-fast; sns: too-fast',
    });
  });

  it('is waited for when only the first one refused for good', async () => {
    const both = failover([named('zalo', refused('unreachable-here')), named('sns', busy(4000))]);
    expect(await both.take(message)).toMatchObject({ outcome: 'busy', retryAfter: 4000 });
  });

  it('ends the matter when it refuses too', async () => {
    const both = failover([named('zalo', refused('unreachable-here')), named('esms', refused('carrier'))]);
    expect(await both.take(message)).toEqual({
      outcome: 'refused',
      because: 'carrier',
      reason: 'zalo: no; esms: no',
    });
  });
});

it('passes the whole message on and sums up how long it may last', async () => {
  const { carrier, taken } = carrierSaying('accepted');
  const whole = {
    ...message,
    notification: 'n-1',
    parts: 1,
    provider: { zalo: { templateId: '1', fields: [], params: [] } },
  };
  const both = failover([{ ...named('zalo', busy(1)), longestTake: 8000 }, carrier]);
  await both.take(whole);
  expect(taken).toEqual([whole]);
  expect(both.longestTake).toBe(12_000);
});

describe('the carriers of a setting', () => {
  const made = { zalo: named('zalo', accepted), sns: named('sns', accepted) };

  it('are tried in its order', () => {
    expect(inOrder('zalo, sns', made).map(({ name }) => name)).toEqual(['zalo', 'sns']);
    expect(inOrder('sns', made).map(({ name }) => name)).toEqual(['sns']);
  });

  it.each(['', 'zalo,', 'esms', 'constructor'])('cannot be %j', (names) => {
    expect(() => inOrder(names, made)).toThrow(/there is no account/);
  });
});

it('at most one carrier ever may hold a message, and all before it surely refused it', async () => {
  const answers = fc.constantFrom<Handover[]>(
    accepted,
    unknown,
    busy(1000),
    refused('carrier'),
    refused('unreachable-here'),
    refused('message'),
    refused(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 6 }), async (said) => {
      const carriers = said.map((answer, at) => named(`carrier-${at}`, answer));
      const outcome = await failover(carriers as unknown as [Carrier, ...Carrier[]]).take(message);
      const asked = carriers.filter((carrier) => carrier.asked > 0).length;
      const mayHold = said.slice(0, asked).map(({ outcome: one }) => one === 'accepted' || one === 'unknown');

      expect(carriers.every((carrier) => carrier.asked <= 1)).toBe(true);
      expect(mayHold.filter(Boolean).length).toBeLessThanOrEqual(1);
      expect(mayHold.indexOf(true)).toBeOneOf([-1, asked - 1]);
      expect(mayHold.includes(true)).toBe(outcome.outcome === 'accepted' || outcome.outcome === 'unknown');
      const holder = 'carrier' in outcome ? outcome.carrier : undefined;
      expect(holder).toBe(mayHold.includes(true) ? `carrier-${asked - 1}` : undefined);
    }),
    { seed: 26506, numRuns: 2000 },
  );
});
