import type { TokenPair, TokenPairs } from '../../../domain/office/token-pairs.ts';

/** Token pairs in memory. */
export const memoryTokenPairs = (): TokenPairs => {
  const pairs = new Map<string, TokenPair>();
  return {
    find: async (owner) => pairs.get(owner),
    swap: async (owner, before, pair) => {
      if (pairs.get(owner)?.version !== before) return 'conflict';
      pairs.set(owner, { ...pair, version: (before ?? 0) + 1 });
      return 'swapped';
    },
  };
};
