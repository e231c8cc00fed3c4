import { expect, it } from 'vitest';
import { decideAtOnce } from './deciders.ts';

it('32 deciders of one ward are at least as fast as eight that hinder nobody, and give none up', async () => {
  const alone = await decideAtOnce({ deciders: 1, events: 500 });
  const together = await decideAtOnce({ deciders: 32, events: 4_000 });
  expect([alone.givenUp, together.givenUp]).toEqual([0, 0]);
  expect(together.perSecond).toBeGreaterThanOrEqual(0.9 * 8 * alone.perSecond);
  expect([together.owed, together.counted]).toEqual([4_000, 4_000]);
});

it('of a ward whose day is nearly full they owe just as many as it may send, and hold the others', async () => {
  const day = await decideAtOnce({ deciders: 32, events: 2_000, messagesPerWardPerDay: 1_010 });
  expect(day.givenUp).toBe(0);
  expect([day.owed, day.counted, day.held]).toEqual([1_010, 1_010, 990]);
});
