import { canonical } from '../../../domain/values/writing/canonical.ts';
import type { Client, Clients } from '../../../domain/office/client.ts';

/** Clients in memory. */
export const memoryClients = (): Clients => {
  const stored = new Map<string, Client>();
  return {
    find: async (clientId) => stored.get(clientId),
    save: async (client, before) => {
      const now = stored.get(client.clientId);
      if (now !== undefined && canonical(now) === canonical(client)) return 'saved';
      if (canonical(now ?? null) !== canonical(before ?? null)) return 'conflict';
      stored.set(client.clientId, client);
      return 'saved';
    },
  };
};
