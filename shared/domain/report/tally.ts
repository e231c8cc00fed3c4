import type { Day } from '../values/day.ts';
import type { Figure } from './figures.ts';

/** So much more of a figure on a day of the ward; negative where it turned out otherwise. */
export type Tally = { day: Day; figure: Figure; by: number };

/** Each figure of each day once, in order, and nothing that comes to nothing. */
export const addedUp = (tallies: readonly Tally[]): Tally[] => {
  const sums = new Map<string, Tally>();
  for (const { day, figure, by } of tallies) {
    const key = `${day} ${figure}`;
    sums.set(key, { day, figure, by: (sums.get(key)?.by ?? 0) + by });
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, tally]) => tally)
    .filter(({ by }) => by !== 0);
};

/** What has to be added to figures that hold `before`, so that they hold `after` instead. */
export const moreCounted = (before: readonly Tally[], after: readonly Tally[]): Tally[] =>
  addedUp([...after, ...before.map((tally) => ({ ...tally, by: -tally.by }))]);
