import type { PersonFiles, PersonRequest, PersonRequests } from '../../../domain/rights/person-request.ts';

/** Requests in memory. */
export const memoryPersonRequests = (): PersonRequests => {
  const stored = new Map<string, PersonRequest>();
  const nameOf = ({ ward, id }: Pick<PersonRequest, 'ward' | 'id'>): string => `${ward}#${id}`;
  return {
    find: async (ward, id) => stored.get(nameOf({ ward, id })),
    of: async (ward) =>
      [...stored.values()]
        .filter((one) => one.ward === ward)
        .toSorted((one, other) => (one.id < other.id ? 1 : -1))
        .slice(0, 50),
    waiting: async () => [...stored.values()].filter(({ state }) => state === 'asked'),
    save: async (request) => {
      if ((stored.get(nameOf(request))?.version ?? 0) !== request.version) return 'conflict';
      stored.set(nameOf(request), { ...request, version: request.version + 1 });
      return 'saved';
    },
  };
};

/** Their files in memory. */
export const memoryPersonFiles = (): PersonFiles & { files: Map<string, Uint8Array> } => {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    keep: async ({ id }, name, bytes) => void files.set(`${id}/${name}`, bytes),
    link: async ({ id }, name, seconds) => `memory://${id}/${name}?seconds=${seconds}`,
  };
};
