import type { Pace, PaceName, Paces } from '../../../domain/lookup/pace.ts';

export const memoryPaces = (): Paces => {
  const kept = new Map<string, Pace>();
  const keyOf = ({ kind, mark }: PaceName) => `${kind} ${mark}`;
  return {
    of: async (names) => names.map((name) => kept.get(keyOf(name))),
    move: async (name, before, after) => {
      const stands = kept.get(keyOf(name));
      if (stands?.misses !== before?.misses || stands?.lastAt !== before?.lastAt) return 'conflict';
      kept.set(keyOf(name), after);
      return 'moved';
    },
  };
};
