import type { Ward } from '../../../domain/values/ward.ts';
import {
  type Inboxes,
  mostWrittenFirst,
  noting,
  type UnclaimedNote,
} from '../../../domain/inbound/inboxes.ts';

/** Inboxes in memory. */
export const memoryInboxes = (): Inboxes => {
  const stored = new Map<string, Ward>();
  const notes = new Map<string, UnclaimedNote>();
  const placeOf = (provider: string, to: string) => `${provider} ${to.toLowerCase()}`;
  return {
    wardOf: async (provider, to) => stored.get(placeOf(provider, to)),
    give: async (ward, provider, to) => {
      const owner = stored.get(placeOf(provider, to)) ?? ward;
      stored.set(placeOf(provider, to), owner);
      notes.delete(placeOf(provider, to));
      return owner === ward ? 'given' : 'taken';
    },
    noteUnclaimed: async (inbound, at) => {
      const place = placeOf(inbound.provider, inbound.to);
      const next = noting(notes.get(place), inbound, at);
      if (next) notes.set(place, next);
    },
    unclaimed: async () => mostWrittenFirst([...notes.values()]),
  };
};
