import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GetPublicKeyCommand,
  KMSClient,
  ListKeysCommand,
  SignCommand,
} from '@aws-sdk/client-kms';
import { afterEach, expect, it } from 'vitest';
import { startKms } from '../../../infra/local/stores/kms.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const aFolder = async () => join(await mkdtemp(join(tmpdir(), 'kms-')), 'keys');

const aClient = async (keyDir?: string) => {
  const local = await startKms({ keyDir });
  closing.push(() => local.close());
  return new KMSClient({ endpoint: local.url, maxAttempts: 1 });
};

const phone = Buffer.from('+84912345678');
const ward = { ward: '26506', purpose: 'phone' };
const algorithm = 'RSASSA_PKCS1_V1_5_SHA_256';

it('gives a data key of 32 bytes and its cipher text, which opens to the same key', async () => {
  const kms = await aClient();
  const made = await kms.send(
    new GenerateDataKeyCommand({ KeyId: 'ward-data', KeySpec: 'AES_256', EncryptionContext: ward }),
  );
  expect(made.Plaintext).toHaveLength(32);
  const opened = await kms.send(
    new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext: ward }),
  );
  expect(opened.Plaintext).toEqual(made.Plaintext);
  expect(opened.KeyId).toBe('arn:aws:kms:ap-southeast-1:000000000000:key/ward-data');
});

it('a wrapped key is given without showing it, and opens only in its own context', async () => {
  const kms = await aClient();
  const { CiphertextBlob, ...rest } = await kms.send(
    new GenerateDataKeyWithoutPlaintextCommand({
      KeyId: 'ward-data',
      KeySpec: 'AES_256',
      EncryptionContext: { use: 'a' },
    }),
  );
  expect(rest).not.toHaveProperty('Plaintext');
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: { use: 'a' } }));
  expect(opened.Plaintext).toHaveLength(32);
  await expect(
    kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: { use: 'b' } })),
  ).rejects.toMatchObject({
    name: 'InvalidCiphertextException',
  });
});

it('encrypts the same phone differently each time, and opens it whatever the order of the context', async () => {
  const kms = await aClient();
  const encrypt = () =>
    kms.send(new EncryptCommand({ KeyId: 'alias/phones', Plaintext: phone, EncryptionContext: ward }));
  const [one, other] = [await encrypt(), await encrypt()];
  expect(one.CiphertextBlob).not.toEqual(other.CiphertextBlob);
  const turned = { purpose: 'phone', ward: '26506' };
  const opened = await kms.send(
    new DecryptCommand({ CiphertextBlob: one.CiphertextBlob, EncryptionContext: turned }),
  );
  expect(Buffer.from(opened.Plaintext ?? [])).toEqual(phone);
});

it.each([
  [
    'the context of another ward',
    { EncryptionContext: { ...ward, ward: '26704' } },
    'InvalidCiphertextException',
  ],
  ['no context', { EncryptionContext: undefined }, 'InvalidCiphertextException'],
  ['another key', { KeyId: 'other' }, 'IncorrectKeyException'],
  [
    'something that is no cipher text',
    { CiphertextBlob: Buffer.from('hello') },
    'InvalidCiphertextException',
  ],
])('does not open with %s', async (_, change, name) => {
  const kms = await aClient();
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({ KeyId: 'phones', Plaintext: phone, EncryptionContext: ward }),
  );
  const opening = kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: ward, ...change }));
  await expect(opening).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
});

it('does not open a cipher text of which any one byte was changed', async () => {
  const kms = await aClient();
  const { CiphertextBlob = new Uint8Array() } = await kms.send(
    new EncryptCommand({ KeyId: 'phones', Plaintext: phone }),
  );
  const openings = Array.from(CiphertextBlob, (byte, at) => {
    const changed = CiphertextBlob.with(at, byte ^ 1);
    return kms.send(new DecryptCommand({ CiphertextBlob: changed })).then(
      () => 'opened',
      (reason: Error) => reason.name,
    );
  });
  expect(new Set(await Promise.all(openings))).toEqual(new Set(['InvalidCiphertextException']));
});

it('keeps keys in files that only their owner can read, and reads them again after a restart', async () => {
  const keyDir = await aFolder();
  const before = await aClient(keyDir);
  const { CiphertextBlob } = await before.send(
    new EncryptCommand({ KeyId: 'alias/phones', Plaintext: phone }),
  );
  const { PublicKey } = await before.send(new GetPublicKeyCommand({ KeyId: 'tokens' }));

  const after = await aClient(keyDir);
  const opened = await after.send(new DecryptCommand({ CiphertextBlob }));
  expect(Buffer.from(opened.Plaintext ?? [])).toEqual(phone);
  expect((await after.send(new GetPublicKeyCommand({ KeyId: 'tokens' }))).PublicKey).toEqual(PublicKey);

  expect(await readdir(keyDir)).toEqual(['alias%2Fphones.key', 'tokens.pem']);
  const key = await stat(join(keyDir, 'alias%2Fphones.key'));
  expect([key.size, key.mode & 0o777]).toEqual([32, 0o600]);
});

it('agrees on one key when two processes ask for a new one at the same moment', async () => {
  const keyDir = await aFolder();
  const [one, other] = [await aClient(keyDir), await aClient(keyDir)];
  const blobs = await Promise.all(
    [one, other, one, other].map((kms) => kms.send(new EncryptCommand({ KeyId: 'new', Plaintext: phone }))),
  );
  const late = await aClient(keyDir);
  for (const { CiphertextBlob } of blobs) {
    const opened = await late.send(new DecryptCommand({ CiphertextBlob }));
    expect(Buffer.from(opened.Plaintext ?? [])).toEqual(phone);
  }
  expect(await readdir(keyDir)).toEqual(['new.key']);
});

it.each([
  ['RAW', phone],
  ['DIGEST', createHash('sha256').update(phone).digest()],
] as const)(
  'signs a %s message so that anybody can verify it with the public key',
  async (MessageType, Message) => {
    const kms = await aClient();
    const signed = await kms.send(
      new SignCommand({ KeyId: 'tokens', Message, MessageType, SigningAlgorithm: algorithm }),
    );
    const { PublicKey = new Uint8Array(), KeySpec } = await kms.send(
      new GetPublicKeyCommand({ KeyId: 'tokens' }),
    );
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    expect(KeySpec).toBe('RSA_2048');
    expect(verify('sha256', phone, key, signed.Signature ?? new Uint8Array())).toBe(true);
  },
);

it.each([
  [
    'a digest that is too short',
    new SignCommand({ KeyId: 'k', Message: phone, MessageType: 'DIGEST', SigningAlgorithm: algorithm }),
  ],
  [
    'an algorithm that is not done here',
    new SignCommand({ KeyId: 'k', Message: phone, SigningAlgorithm: 'ECDSA_SHA_256' }),
  ],
])('refuses %s', async (_, command) => {
  const kms = await aClient();
  await expect(kms.send(command)).rejects.toMatchObject({ name: 'ValidationException' });
});

const refused = (name: string) => ({ name, $metadata: { httpStatusCode: 400 } });

it('refuses a data key without a size, a key name that is a path, and operations it does not know', async () => {
  const kms = await aClient();
  await expect(kms.send(new GenerateDataKeyCommand({ KeyId: 'k' }))).rejects.toMatchObject(
    refused('ValidationException'),
  );
  await expect(kms.send(new EncryptCommand({ KeyId: '../k', Plaintext: phone }))).rejects.toMatchObject(
    refused('ValidationException'),
  );
  await expect(kms.send(new ListKeysCommand())).rejects.toMatchObject(refused('UnknownOperationException'));
});
