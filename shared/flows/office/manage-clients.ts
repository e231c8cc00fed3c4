import {
  type Client,
  scopesOfClient,
  secretsAtOnce,
  type Tenant,
  type Clients,
  type Scope,
  tenantName,
} from '../../domain/office/client.ts';
import type { Clock, Instant } from '../../domain/values/instant.ts';
import type { NewId } from '../../domain/values/ids.ts';

type Ports = {
  clients: Clients;
  sha256: (text: string) => string;
  /** 256 random bits as text. */
  newSecret: () => string;
  newId: NewId;
  clock: Clock;
};

/** A client's name and its new secret, shown this one time; we keep only the secret's hash. */
export type Credentials = { clientId: string; clientSecret: string };

/** Makes credentials for a ward office's or a partner's machine. */
export const createClient =
  ({ clients, sha256, newSecret, newId, clock }: Ports) =>
  async (tenant: Tenant, scopes?: readonly Scope[]): Promise<Credentials> => {
    const now = clock();
    const clientSecret = newSecret();
    const clientId = `${tenantName(tenant)}-${newId().slice(0, 8)}`;
    const client: Client = {
      clientId,
      tenant,
      secrets: [{ sha256: sha256(clientSecret), createdAt: now }],
      createdAt: now,
      ...(scopes && { scopes: [...scopes] }),
    };
    if ((await clients.save(client, undefined)) === 'conflict')
      throw new Error(`client ${clientId} exists already`);
    return { clientId, clientSecret };
  };

/**
 * Gives a client a second secret and drops the oldest, so that the old one goes on working while the new one is
 * rolled out. Undefined when there is no such client.
 */
export const rotateSecret =
  ({ clients, sha256, newSecret, clock }: Ports) =>
  async (clientId: string): Promise<Credentials | undefined> => {
    const before = await clients.find(clientId);
    if (before === undefined || before.revokedAt !== undefined) return undefined;
    const clientSecret = newSecret();
    const secrets = [...before.secrets, { sha256: sha256(clientSecret), createdAt: clock() }].slice(
      -secretsAtOnce,
    );
    const saved = await clients.save({ ...before, secrets }, before);
    if (saved === 'conflict') throw new Error(`client ${clientId} was changed by somebody else meanwhile`);
    return { clientId, clientSecret };
  };

/** Ends a client's access; tokens already issued live on for at most five minutes (`tokenLivesFor`). */
export const revokeClient =
  ({ clients, clock }: Pick<Ports, 'clients' | 'clock'>) =>
  async (clientId: string): Promise<'revoked' | 'no-such-client'> => {
    const before = await clients.find(clientId);
    if (before === undefined) return 'no-such-client';
    const saved = await clients.save(
      { ...before, secrets: [], revokedAt: before.revokedAt ?? clock() },
      before,
    );
    if (saved === 'conflict') throw new Error(`client ${clientId} was changed by somebody else meanwhile`);
    return 'revoked';
  };

/** A client as people may see it: nothing of its secrets but how many there are and since when. */
export type ListedClient = {
  clientId: string;
  scopes: Scope[];
  createdAt: Instant;
  secrets: Instant[];
  revokedAt?: Instant;
  lastUsedAt?: Instant;
};

/** Everybody's machines of one tenant, newest first, with when each last got in. */
export const listClients =
  ({ clients }: { clients: Pick<Clients, 'of' | 'lastUsed'> }) =>
  async (tenant: Tenant): Promise<ListedClient[]> => {
    const found = await clients.of(tenant);
    const used = await clients.lastUsed(found.map(({ clientId }) => clientId));
    return found
      .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
      .map((client) => {
        const { clientId, createdAt, revokedAt, secrets } = client;
        const lastUsedAt = used.get(clientId);
        return {
          clientId,
          scopes: scopesOfClient(client),
          createdAt,
          secrets: secrets.map((secret) => secret.createdAt),
          ...(revokedAt !== undefined && { revokedAt }),
          ...(lastUsedAt !== undefined && { lastUsedAt }),
        };
      });
  };
