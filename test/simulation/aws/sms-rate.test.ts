import { describe, expect, it } from 'vitest';
import { minutes } from '../../../shared/domain/values/instant.ts';
import { smsDay } from './sms-day.ts';

const ward = '26506';
const quietWard = '00070';
const anotherWard = '26740';

describe('a ward owes 1,000 SMS at once, and the carrier takes 20 a second', () => {
  it.each([1, 2, 3])(
    'they leave at that rate, hardly one is turned away, and none goes twice, seed %i',
    async (seed) => {
      const day = await smsDay({ owed: [{ ward, count: 1_000 }], perSecond: 20, seed });
      expect(day.taken).toBe(1_000);
      expect(day.twice).toBe(0);
      expect(day.throttled).toBeLessThanOrEqual(0.02);
      expect(day.seconds).toBeLessThanOrEqual(1.3 * 50);
    },
  );

  it('handed over all at once, most of them would be turned away', async () => {
    const day = await smsDay({ owed: [{ ward, count: 1_000 }], perSecond: 20, turns: false });
    expect(day.throttled).toBeGreaterThan(0.5);
  });
});

describe('another rate', () => {
  it.each([7, 40, 72])('is kept just so: %i a second', async (perSecond) => {
    const day = await smsDay({ owed: [{ ward, count: 20 * perSecond }], perSecond });
    expect(day.throttled).toBeLessThanOrEqual(0.02);
    expect(day.seconds).toBeLessThanOrEqual(1.3 * 20);
  });
});

describe('36,000 receptions were held back and are due at once, and the carrier takes 72 a second', () => {
  const dueIn = minutes(20);
  const receptions = { ward, count: 36_000, dueIn };
  const perSecond = 72;

  it('they leave at that rate, each once, and a ward with one message hardly waits for them', async () => {
    const withThem = { ward: quietWard, count: 1, dueIn };
    const whileTheyLeave = { ward: anotherWard, count: 1, dueIn: dueIn + minutes(3) };
    const alone = await smsDay({ owed: [withThem, whileTheyLeave], perSecond });
    const day = await smsDay({ owed: [receptions, withThem, whileTheyLeave], perSecond });
    expect([day.taken, day.twice]).toEqual([36_002, 0]);
    expect(day.throttled).toBeLessThanOrEqual(0.02);
    // The clock strikes once a minute.
    expect(day.waited(ward)).toBeLessThanOrEqual(60 + 1.15 * (36_000 / perSecond));
    expect(day.attempts).toBeLessThanOrEqual(1.05 * 36_000);
    for (const quiet of [quietWard, anotherWard])
      expect(day.waited(quiet)).toBeLessThanOrEqual(alone.waited(quiet) + 5);
  });
});
