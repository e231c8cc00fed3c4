import {
  type Client,
  Scope,
  scopesOfClient,
  tokenLivesFor,
  type Clients,
  type TokenSigner,
} from '../../domain/office/client.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { NewId } from '../../domain/values/ids.ts';

/** The answer of the token endpoint, or the error code of RFC 6749 §5.2. */
export type TokenAnswer =
  | { ok: true; accessToken: string; expiresIn: number; scope: string }
  | { ok: false; error: 'invalid_client' | 'invalid_scope' };

/** Who may use our tokens: the audience that the API's authorizer expects. */
export const audience = 'bao-tin';

/**
 * OAuth 2 client credentials (RFC 6749 §4.4): a client and one of its live secrets become a short-lived RS256
 * token that names the tenant. Unknown, revoked and wrong are one answer, so nobody learns which clients exist.
 */
export const issueToken =
  (ports: {
    clients: Clients;
    signer: TokenSigner;
    sha256: (text: string) => string;
    clock: Clock;
    newId: NewId;
    issuer: string;
  }) =>
  async (asked: { clientId: string; clientSecret: string; scope?: string }): Promise<TokenAnswer> => {
    const client = await ports.clients.find(asked.clientId);
    const hash = ports.sha256(asked.clientSecret);
    if (
      client === undefined ||
      client.revokedAt !== undefined ||
      !client.secrets.some((kept) => kept.sha256 === hash)
    ) {
      return { ok: false, error: 'invalid_client' };
    }
    const scopes = grantedScopes(client, asked.scope);
    if (scopes === undefined) return { ok: false, error: 'invalid_scope' };

    const issuedAt = Math.floor(Date.parse(ports.clock()) / 1000);
    const accessToken = await ports.signer.sign({
      iss: ports.issuer,
      aud: audience,
      sub: client.clientId,
      client_id: client.clientId,
      scope: scopes.join(' '),
      ...(client.tenant.kind === 'ward' ? { ward: client.tenant.ward } : { partner: client.tenant.partner }),
      iat: issuedAt,
      exp: issuedAt + tokenLivesFor,
      jti: ports.newId(),
    });
    // That it was used is for people to look at: whoever cannot write it down lets the machine in all the same.
    await ports.clients.used(client.clientId, ports.clock()).catch(() => undefined);
    return { ok: true, accessToken, expiresIn: tokenLivesFor, scope: scopes.join(' ') };
  };

/** What was asked for, if the client may have all of it; everything it may have when nothing was asked for. */
const grantedScopes = (client: Client, asked: string | undefined): Scope[] | undefined => {
  const may = scopesOfClient(client);
  const wanted = asked?.split(' ').filter(Boolean) ?? [];
  if (wanted.length === 0) return may;
  const scopes = wanted.map((scope) => Scope.safeParse(scope).data);
  return scopes.every((scope) => scope !== undefined && may.includes(scope))
    ? (scopes as Scope[])
    : undefined;
};
