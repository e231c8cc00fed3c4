import { createHash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import type { Identity, IdentityProvider } from '../../domain/people/identity.ts';
import type { Clock } from '../../domain/values/instant.ts';

export const SignInSettings = z.strictObject({ issuer: z.url(), clientId: z.string().min(1) });
type SignInSettings = z.infer<typeof SignInSettings>;

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
type Discovery = z.infer<typeof Discovery>;
type Found = Discovery & { keys: JWTVerifyGetKey };

/** How long a provider may take (milliseconds): somebody is looking at an empty page meanwhile. */
const patience = 5000;

const asJson = async (asked: string, init: RequestInit = {}): Promise<unknown> => {
  const answer = await fetch(asked, { ...init, signal: AbortSignal.timeout(patience) });
  return answer.ok ? answer.json() : undefined;
};

/** OpenID Connect Discovery 1.0 §4.3: an issuer that calls itself something else is another one. */
const discover = async (issuer: string): Promise<Found> => {
  const found = Discovery.parse(
    await asJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
  );
  if (found.issuer !== issuer) throw new Error('the provider has another name than the stage gives it');
  return { ...found, keys: createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: patience }) };
};

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const identityIn = (claims: Record<string, unknown>): Identity | undefined => {
  const { email, email_verified: verified, sub } = claims;
  // An address that the provider itself doubts is nobody's.
  if (typeof email === 'string' && verified !== false) return { login: email };
  return typeof sub === 'string' ? { login: sub } : undefined;
};

/** A provider of OpenID Connect as a public client: PKCE (S256) proves that the code comes back to who asked for it. */
export const oidcProvider = (
  { issuer, clientId }: SignInSettings,
  { secret, clock }: { secret?: () => Promise<string>; clock: Clock },
): IdentityProvider => {
  let known: Promise<Found> | undefined;
  const provider = async (): Promise<Found> => {
    known ??= discover(issuer);
    known.catch(() => (known = undefined));
    return known;
  };

  return {
    address: async ({ state, nonce, verifier }, returnTo) => {
      const url = new URL((await provider()).authorization_endpoint);
      const asked = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: returnTo,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.href;
    },

    redeem: async (code, { nonce, verifier }, returnTo) => {
      const { token_endpoint: endpoint, keys } = await provider();
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: returnTo,
        client_id: clientId,
        code_verifier: verifier,
        ...(secret && { client_secret: await secret() }),
      });
      const tokens = z
        .object({ id_token: z.string() })
        .safeParse(await asJson(endpoint, { method: 'POST', body }));
      if (!tokens.success) return { is: 'refused', why: 'code' };
      try {
        const { payload } = await jwtVerify(tokens.data.id_token, keys, {
          issuer,
          audience: clientId,
          algorithms,
          requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
          currentDate: new Date(clock()),
          clockTolerance: 60,
        });
        if (payload['nonce'] !== nonce) return { is: 'refused', why: 'nonce' };
        const identity = identityIn(payload);
        return identity ? { is: 'known', identity } : { is: 'refused', why: 'nobody' };
      } catch {
        return { is: 'refused', why: 'token' };
      }
    },
  };
};
