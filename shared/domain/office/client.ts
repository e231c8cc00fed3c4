import * as z from 'zod';
import { Instant } from '../values/instant.ts';
import { Ward } from '../values/ward.ts';

/**
 * What a machine may do. Wards write events and read their own dossiers, an operator hands a ward's dossiers over; partners
 * work on dispatch jobs. All that is kept about a citizen is shown and erased only for a machine that a leader gave this
 * by name.
 */
export const Scope = z.enum(['ward:write', 'ward:read', 'ward:operate', 'ward:persons', 'partner:jobs']);
export type Scope = z.infer<typeof Scope>;

/** Whose machine it is. The tenant always comes from here, never from a path or a body. */
export const Tenant = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ward'),
    ward: Ward,
    /** An operator acts for this ward: what no office may do alone. */
    operator: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('partner'), partner: z.string().regex(/^[a-z0-9-]{2,30}$/) }),
]);
export type Tenant = z.infer<typeof Tenant>;

/** Whose it is, in one word. */
export const tenantName = (tenant: Tenant): string =>
  `${tenant.kind}-${tenant.kind === 'ward' ? tenant.ward : tenant.partner}`;

/** One secret of a client, kept only as the SHA-256 of 256 random bits, which needs no slow hash. */
const Secret = z.strictObject({ sha256: z.string(), createdAt: Instant });

/** How many secrets a client may hold at once: the old one still works while the new one is rolled out. */
export const secretsAtOnce = 2;

/** A machine's credentials (OAuth 2 client credentials). */
export const Client = z.strictObject({
  clientId: z.string().regex(/^[a-z0-9-]{4,60}$/),
  tenant: Tenant,
  secrets: z.array(Secret).max(secretsAtOnce),
  createdAt: Instant,
  revokedAt: Instant.optional(),
  /** What it may do, where that is less than all that its tenant's machines may. */
  scopes: z.array(Scope).min(1).optional(),
});
export type Client = z.infer<typeof Client>;

/** What no machine may that was not given it by name. */
const byNameAlone = 'ward:persons' satisfies Scope;

/** What this tenant's machines may do. */
export const scopesOf = (tenant: Tenant): Scope[] =>
  tenant.kind === 'partner'
    ? ['partner:jobs']
    : ['ward:write', 'ward:read', byNameAlone, ...(tenant.operator ? (['ward:operate'] as const) : [])];

/** What this client may do. */
export const scopesOfClient = ({ tenant, scopes }: Pick<Client, 'tenant' | 'scopes'>): Scope[] =>
  scopesOf(tenant).filter((scope) => scopes?.includes(scope) ?? scope !== byNameAlone);

/** How long an access token lives, in seconds: revoking a client takes effect within this time. */
export const tokenLivesFor = 300;

/** The credentials of the machines that talk to us. */
export interface Clients {
  find(clientId: string): Promise<Client | undefined>;
  /** Writes the client, if nobody changed it since `before` was read. */
  save(client: Client, before: Client | undefined): Promise<'saved' | 'conflict'>;
  /** All of a tenant, those that are revoked too, in no order. */
  of(tenant: Tenant): Promise<Client[]>;
  /** Writes down that it got a token. */
  used(clientId: string, at: Instant): Promise<void>;
  /** When each of these last got a token, where it ever did. */
  lastUsed(clientIds: readonly string[]): Promise<Map<string, Instant>>;
}

/** Signs what an access token claims. */
export interface TokenSigner {
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
}
