import type { Instant } from '../../../domain/values/instant.ts';
import type { Polls } from '../../../domain/post/partner/polling.ts';

/** When partners last asked, in memory: every asking counts. */
export const memoryPolls = (): Polls => {
  const newest = new Map<string, Instant>();
  return {
    noted: async (partner, at) => void newest.set(partner, at),
    newest: async () => newest,
  };
};
