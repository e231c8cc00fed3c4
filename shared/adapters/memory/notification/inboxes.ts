import type { Ward } from '../../../domain/values/ward.ts';
import type { Inboxes } from '../../../domain/inbound/inboxes.ts';

/** Inboxes in memory. */
export const memoryInboxes = (): Inboxes => {
  const stored = new Map<string, Ward>();
  const placeOf = (provider: string, to: string) => `${provider} ${to.toLowerCase()}`;
  return {
    wardOf: async (provider, to) => stored.get(placeOf(provider, to)),
    give: async (ward, provider, to) => {
      const owner = stored.get(placeOf(provider, to)) ?? ward;
      stored.set(placeOf(provider, to), owner);
      return owner === ward ? 'given' : 'taken';
    },
  };
};
