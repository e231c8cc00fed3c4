import { generateKeyPairSync, sign } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { kmsTokenSigner, publicKeys, publicKeysOf } from '../../../shared/adapters/kms/token-signer.ts';

const kms = mockClient(KMSClient);
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const arn = 'arn:aws:kms:ap-southeast-1:123456789012:key/sign';

beforeEach(() => {
  kms.reset();
  const PublicKey = pair.publicKey.export({ format: 'der', type: 'spki' });
  kms.on(GetPublicKeyCommand, { KeyId: arn }).resolves({ PublicKey });
  kms.on(SignCommand, { KeyId: arn, MessageType: 'RAW' }).callsFake(({ Message }) => ({
    Signature: sign('sha256', Message as Uint8Array, pair.privateKey),
  }));
});

describe('a token signed in KMS', () => {
  it('is believed by whoever has the published keys', async () => {
    const token = await kmsTokenSigner(new KMSClient(), arn).sign({ sub: 'ward-26506-desk', ward: '26506' });
    const { payload } = await jwtVerify(token, createLocalJWKSet(await publicKeys(new KMSClient(), arn)));
    expect(payload).toEqual({ sub: 'ward-26506-desk', ward: '26506' });
  });

  it('names its key, and asks KMS for the name once', async () => {
    const signer = kmsTokenSigner(new KMSClient(), arn);
    const tokens = [await signer.sign({ sub: 'a' }), await signer.sign({ sub: 'b' })];
    const { keys } = await publicKeys(new KMSClient(), arn);
    expect(tokens.map(decodeProtectedHeader)).toEqual(
      tokens.map(() => ({ alg: 'RS256', typ: 'JWT', kid: keys[0].kid })),
    );
    expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(2);
  });

  it('asks for the name again after KMS could not give it', async () => {
    kms
      .on(GetPublicKeyCommand)
      .rejectsOnce(new Error('KMS is down'))
      .resolves({
        PublicKey: pair.publicKey.export({ format: 'der', type: 'spki' }),
      });
    const signer = kmsTokenSigner(new KMSClient(), arn);
    await expect(signer.sign({ sub: 'a' })).rejects.toThrow('KMS is down');
    expect(await signer.sign({ sub: 'a' })).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('is believed whichever of two keys signed it, while one is exchanged for the other', async () => {
    const next = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const nextArn = `${arn}-2`;
    kms
      .on(GetPublicKeyCommand, { KeyId: nextArn })
      .resolves({ PublicKey: next.publicKey.export({ format: 'der', type: 'spki' }) });
    kms.on(SignCommand, { KeyId: nextArn, MessageType: 'RAW' }).callsFake(({ Message }) => ({
      Signature: sign('sha256', Message as Uint8Array, next.privateKey),
    }));
    const published = await publicKeysOf(new KMSClient(), [arn, nextArn, arn]);
    expect(published.keys).toHaveLength(2);
    for (const key of [arn, nextArn]) {
      const token = await kmsTokenSigner(new KMSClient(), key).sign({ sub: 'ward-26506-desk' });
      expect((await jwtVerify(token, createLocalJWKSet(published))).payload).toEqual({
        sub: 'ward-26506-desk',
      });
    }
  });

  it('publishes nothing private', async () => {
    const { keys } = await publicKeys(new KMSClient(), arn);
    expect(Object.keys(keys[0]).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'alg',
      'e',
      'kid',
      'kty',
      'n',
      'use',
    ]);
  });
});
