import { expect, it } from 'vitest';
import { stages } from '../../../infra/stages.ts';
import { decidedBehind } from './behind-a-ward.ts';

it.each([
  { as: 'production', lanes: stages.prod.decidersPerShard },
  { as: 'a stage that says nothing', lanes: 2 },
])(
  'the one event of a ward behind 1,000 of another is decided in twice its time alone, in $as',
  async ({ lanes }) => {
    const alone = await decidedBehind({ before: 0, lanes });
    expect(await decidedBehind({ before: 1000, lanes })).toBeLessThanOrEqual(2 * alone);
  },
);
