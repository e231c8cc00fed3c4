import type { Ward } from '../../values/ward.ts';

/**
 * One of each ward, then the next of each, and so on, each ward’s in the order in which they came: a ward with one thing
 * waits for as many others as there are wards, and not for the thousands of one of them.
 */
export const wardByWard = <Of extends { ward: Ward }>(all: readonly Of[]): Of[] => {
  const places = new Map<Ward, number>();
  return all
    .map((one) => {
      const round = places.get(one.ward) ?? 0;
      places.set(one.ward, round + 1);
      return { one, round };
    })
    .toSorted((a, b) => a.round - b.round)
    .map(({ one }) => one);
};
