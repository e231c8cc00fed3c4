import { describe, expect, it } from 'vitest';
import { isSettled } from '../../shared/domain/notification/notification.ts';
import { everyTwentieth, simulate } from './one-day.ts';

const notifications = 10_000;

describe.each([11, 22, 33])(
  'a day of 10,000 notifications on which every twentieth effect goes wrong, seed %i',
  (seed) => {
    it('tells nobody twice, loses nobody, and names every doubt', async () => {
      const day = await simulate({ notifications, seed, faults: everyTwentieth });
      console.log(
        `seed ${seed}: ${day.crashes} crashes, ${day.duplicates} duplicates, ${day.lost} lost, ` +
          `unknown ${day.everUnknown} before receipts, ${day.states.unknown ?? 0} after`,
      );
      expect(day.duplicates).toBe(0);
      expect(day.lost).toBe(0);
      expect(day.owed).toBe(notifications);
      expect(day.liars).toBe(0);
      expect(day.everUnknown / notifications).toBeLessThanOrEqual(0.035);
      expect(day.crashes).toBeGreaterThan(20);
    });
  },
);

/** Everything that changes the world or our memory of it on the way from an event to its receipt. */
const effects = [
  'events.accept',
  'dossiers.commit',
  'doorbell.ring',
  'notifications.claim',
  'carrier.take',
  'notifications.accepted',
  'notifications.notTaken',
  'notifications.refused',
  'notifications.doubted',
  'notifications.settled',
  'receipts.keep',
  'receipts.close',
];

describe('a day on which the process dies at every point', () => {
  it('meets a death before and after every effect, and still tells nobody twice and loses nobody', async () => {
    const day = await simulate({
      notifications: 12_000,
      seed: 7,
      faults: { ...everyTwentieth, carrier: 0.2, crash: 0.03 },
    });
    for (const effect of effects) {
      expect(day.deaths).toContain(`before ${effect}`);
      expect(day.deaths).toContain(`after ${effect}`);
    }
    expect([day.duplicates, day.lost, day.liars]).toEqual([0, 0, 0]);
  });
});

describe('a day without faults', () => {
  it('ends with every notification delivered', async () => {
    const none = { trouble: 0, crash: 0, carrier: 0, duplicates: 0, lostRings: 0, receiptLoss: 0 };
    const day = await simulate({ notifications: 500, seed: 1, faults: none });
    expect(day.states).toEqual({ delivered: 500 });
    expect(Object.keys(day.states).every((state) => isSettled(state as 'delivered'))).toBe(true);
  });
});
