import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { forbidden, unauthorized, type Answer } from './http-answer.ts';
import type { Bearer } from './http-event.ts';
import type { Guard } from '../template/read-api.ts';

/** How an HTTP API's JWT authorizer answers: with the bearer's claims, or with the refusal that goes out. */
export type Checked = { bearer: Bearer } | { refused: Answer };

/** The keys of an issuer, found through its discovery document and kept. */
const keysOf = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error(`${issuer} answers ${answer.status}`);
  const { jwks_uri: uri } = (await answer.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(uri), { cacheMaxAge: 2 * 3_600_000, cooldownDuration: 1000 });
};

const texts = (value: unknown): string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string');

const scopesIn = (claims: JWTPayload): string[] =>
  texts(claims['scope'] ?? claims['scp']).flatMap((text) => text.split(' '));

const meant = (claims: JWTPayload, audience: readonly string[]): boolean =>
  texts(claims.aud ?? claims['client_id']).some((one) => audience.includes(one));

/**
 * Checks bearer tokens as an HTTP API does: signature (RSA), issuer, audience (or client id), expiry and not-before,
 * then that the token has at least one of the route's scopes. `now` is the system's clock, milliseconds since 1970.
 */
export const tokenCheck = (now: () => number) => {
  const keys = new Map<string, Promise<JWTVerifyGetKey>>();
  const found = (issuer: string): Promise<JWTVerifyGetKey> => {
    const known = keys.get(issuer);
    if (known) return known;
    const asked = keysOf(issuer);
    keys.set(issuer, asked);
    asked.catch(() => keys.delete(issuer));
    return asked;
  };

  return async (guard: Guard, authorization: string | undefined): Promise<Checked> => {
    if (authorization === undefined) return { refused: unauthorized() };
    const token = authorization.replace(/^Bearer\s+/i, '');
    try {
      const { payload } = await jwtVerify(token, await found(guard.issuer), {
        issuer: guard.issuer,
        algorithms: ['RS256', 'RS384', 'RS512'],
        requiredClaims: ['exp'],
        currentDate: new Date(now()),
      });
      if (!meant(payload, guard.audience))
        return { refused: unauthorized('the token is meant for someone else') };
      const scopes = guard.scopes.filter((scope) => scopesIn(payload).includes(scope));
      if (guard.scopes.length > 0 && scopes.length === 0) return { refused: forbidden(guard.scopes) };
      return { bearer: { claims: payload, scopes: guard.scopes.length > 0 ? scopes : null } };
    } catch (error) {
      const why =
        error instanceof errors.JOSEError
          ? error.message.replaceAll('"', "'")
          : 'OIDC discovery endpoint communication error';
      return { refused: unauthorized(why) };
    }
  };
};
