import { describe, expect, it } from 'vitest';
import { memoryCircuits } from '../../../shared/adapters/memory/notification/circuits.ts';
import type { Carrier, Handover } from '../../../shared/domain/notification/carrier.ts';
import { type Instant, minutes, plus, seconds } from '../../../shared/domain/values/instant.ts';
import { withCircuit } from '../../../shared/flows/notification/with-circuit.ts';

const start = '2026-12-01T02:00:00.000Z' as Instant;
const message = { to: '+84912345678', text: 'x', parts: 1 } as Parameters<Carrier['take']>[0];
const spent: Handover = { outcome: 'busy', retryAfter: minutes(15), reason: 'balance', toMend: 'balance' };
const taken: Handover = { outcome: 'accepted', reference: 'r' };

/** Two workers at one carrier that answers as it is told. */
const workers = () => {
  let now = start;
  let says: Handover = spent;
  let asked = 0;
  const circuits = memoryCircuits();
  const carrier: Carrier = { name: 'esms', take: async () => ((asked += 1), says) };
  const guarded = () => withCircuit(carrier, { circuits, clock: () => now });
  const [one, other] = [guarded(), guarded()];
  return {
    one: () => one.take(message),
    other: () => other.take(message),
    asked: () => asked,
    turn: (by: number) => void (now = plus(now, by)),
    mend: () => void (says = taken),
  };
};

describe('a carrier with an empty account', () => {
  it('is handed one message and then none, and the fault is said once', async () => {
    const { one, other, asked, turn } = workers();
    expect(await one()).toMatchObject({ outcome: 'busy', toMend: 'balance', closed: true });
    turn(seconds(11));
    for (let count = 0; count < 20; count += 1) {
      const said = await (count % 2 === 0 ? one() : other());
      expect(said).toMatchObject({ outcome: 'busy', reason: 'not asked: balance', closed: true });
      expect(said).not.toHaveProperty('toMend');
    }
    expect(asked()).toBe(1);
  });

  it('is tried by one message at a time, after pauses that double', async () => {
    const { one, other, asked, turn } = workers();
    await one();
    const tries: number[] = [];
    for (let minute = 1; minute <= 64; minute += 1) {
      turn(minutes(1));
      const before = asked();
      await Promise.all([one(), other(), one()]);
      if (asked() > before) tries.push(minute);
      expect(asked() - before).toBeLessThanOrEqual(1);
    }
    expect(tries).toEqual([1, 3, 7, 15, 31, 61]);
  });

  it('takes everything again once the one that tries is taken', async () => {
    const { one, other, asked, turn, mend } = workers();
    await one();
    mend();
    turn(minutes(1));
    expect(await other()).toEqual(taken);
    expect(await Promise.all([one(), other(), one()])).toEqual([taken, taken, taken]);
    expect(asked()).toBe(5);
  });

  it('that is only busy is asked again by every message', async () => {
    const circuits = memoryCircuits();
    let asked = 0;
    const busy: Carrier = {
      name: 'sns',
      take: async () => ((asked += 1), { outcome: 'busy', retryAfter: 0, reason: 'Throttling' }),
    };
    const guarded = withCircuit(busy, { circuits, clock: () => start });
    for (let count = 0; count < 3; count += 1) await guarded.take(message);
    expect(asked).toBe(3);
  });
});
