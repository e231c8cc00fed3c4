import * as z from 'zod';

/** What a deployment says of the issuer it waits for. */
export const AwaitedIssuer = z.object({ issuer: z.url() });

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const Keys = z.object({ keys: z.array(z.unknown()) });

/** One question may take this long, in milliseconds: a cold start and a slow name server together. */
const longest = 8_000;

const read = async (address: string): Promise<unknown> => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(longest) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
};

/** Asks an issuer over the network, as anybody would (OpenID Connect Discovery 1.0 §4). */
export const readIssuer = async (address: string): Promise<{ issuer: string; keys: number }> => {
  const { issuer, jwks_uri } = Discovery.parse(await read(`${address}/.well-known/openid-configuration`));
  const { keys } = Keys.parse(await read(jwks_uri));
  return { issuer, keys: keys.length };
};
