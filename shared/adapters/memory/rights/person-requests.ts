import type { PersonFiles, PersonRequest, PersonRequests } from '../../../domain/rights/person-request.ts';
import { memoryWardRecords } from '../ward-records.ts';

/** Requests in memory. */
export const memoryPersonRequests = (): PersonRequests => {
  const { all, find, of, save } = memoryWardRecords<PersonRequest>();
  return {
    find,
    of,
    waiting: async () => all().filter(({ state }) => state === 'asked'),
    save: async (request) => ((await save(request)) === 'conflict' ? 'conflict' : 'saved'),
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
