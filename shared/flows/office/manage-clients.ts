import { type Client, secretsAtOnce, type Tenant, type Clients } from '../../domain/office/client.ts';
import type { Clock } from '../../domain/values/instant.ts';
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
  async (tenant: Tenant): Promise<Credentials> => {
    const now = clock();
    const clientSecret = newSecret();
    const name = tenant.kind === 'ward' ? tenant.ward : tenant.partner;
    const clientId = `${tenant.kind}-${name}-${newId().slice(0, 8)}`;
    const client: Client = {
      clientId,
      tenant,
      secrets: [{ sha256: sha256(clientSecret), createdAt: now }],
      createdAt: now,
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

/** Ends a client's access; tokens already issued live on for at most an hour. */
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
