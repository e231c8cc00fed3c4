import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import type { TokenSigner } from '../../domain/office/client.ts';

/**
 * The public half of a signing key as a JWKS (RFC 7517), for `/.well-known/jwks.json`. The key's name is its
 * thumbprint (RFC 7638), so two that describe the same key agree.
 */
export const publicKeys = async (
  kms: KMSClient,
  keyArn: string,
): Promise<{ keys: [JWK & { kid: string }] }> => {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }));
  const der = Buffer.from(PublicKey!);
  const jwk = await exportJWK(createPublicKey({ key: der, format: 'der', type: 'spki' }));
  return { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig', alg: 'RS256' }] };
};

/**
 * The keys that tokens may be signed with now, each once: that which signs, and those that it is exchanged for or with. A verifier
 * that keeps a copy for an hour knows the next one before the first token names it, and the last one until its tokens are over.
 */
export const publicKeysOf = async (
  kms: KMSClient,
  keyArns: readonly string[],
): Promise<{ keys: (JWK & { kid: string })[] }> => {
  const all = await Promise.all([...new Set(keyArns)].map((arn) => publicKeys(kms, arn)));
  return { keys: all.flatMap(({ keys }) => keys) };
};

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * Signs tokens inside KMS (RS256, an RSA key of at least 2048 bits): the private key never leaves it. It asks for
 * the key's name once for each cold start.
 */
export const kmsTokenSigner = (kms: KMSClient, keyArn: string): TokenSigner => {
  let kid: string | undefined;
  return {
    sign: async (claims) => {
      kid ??= (await publicKeys(kms, keyArn)).keys[0].kid;
      const signed = `${encoded({ alg: 'RS256', typ: 'JWT', kid })}.${encoded(claims)}`;
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyArn,
          Message: Buffer.from(signed),
          MessageType: 'RAW',
          SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
        }),
      );
      return `${signed}.${Buffer.from(Signature!).toString('base64url')}`;
    },
  };
};
