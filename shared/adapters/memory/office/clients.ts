import type { Instant } from '../../../domain/values/instant.ts';
import { canonical } from '../../../domain/values/writing/canonical.ts';
import { type Client, type Clients, tenantName } from '../../../domain/office/client.ts';

/** Clients in memory. */
export const memoryClients = (): Clients => {
  const stored = new Map<string, Client>();
  const seen = new Map<string, Instant>();
  return {
    find: async (clientId) => stored.get(clientId),
    save: async (client, before) => {
      const now = stored.get(client.clientId);
      if (now !== undefined && canonical(now) === canonical(client)) return 'saved';
      if (canonical(now ?? null) !== canonical(before ?? null)) return 'conflict';
      stored.set(client.clientId, client);
      return 'saved';
    },
    of: async (tenant) =>
      [...stored.values()].filter((client) => tenantName(client.tenant) === tenantName(tenant)),
    used: async (clientId, at) => void seen.set(clientId, at),
    lastUsed: async (ids) =>
      new Map(ids.flatMap((id) => (seen.has(id) ? [[id, seen.get(id)!] as const] : []))),
  };
};
