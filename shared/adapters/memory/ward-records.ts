import type { Ward } from '../../domain/values/ward.ts';

/** Records of an office in memory; the version decides who writes next. `of` are the newest fifty. */
export const memoryWardRecords = <One extends { ward: Ward; id: string; version: number }>() => {
  const stored = new Map<string, One>();
  const nameOf = ({ ward, id }: Pick<One, 'ward' | 'id'>): string => `${ward}#${id}`;
  return {
    all: (): One[] => [...stored.values()],
    find: async (ward: Ward, id: string): Promise<One | undefined> => stored.get(`${ward}#${id}`),
    of: async (ward: Ward): Promise<One[]> =>
      [...stored.values()]
        .filter((one) => one.ward === ward)
        .toSorted((one, other) => (one.id < other.id ? 1 : -1))
        .slice(0, 50),
    save: async (one: One): Promise<One | 'conflict'> => {
      if ((stored.get(nameOf(one))?.version ?? 0) !== one.version) return 'conflict';
      const saved = { ...one, version: one.version + 1 };
      stored.set(nameOf(one), saved);
      return saved;
    },
  };
};
