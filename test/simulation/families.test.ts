import { expect, it } from 'vitest';
import { playFamilies } from './family-wrongs.ts';

/** `npm run bench simulation` plays ten thousand others. */
const histories = 1000;

it('no family is congratulated after a death, told late, or sent to a closed door', async () => {
  const { wrong, going, held } = await playFamilies({ histories, seed: 20261201 });
  expect(wrong).toEqual([]);
  expect(Math.min(going, held)).toBeGreaterThan(histories / 20);
});
