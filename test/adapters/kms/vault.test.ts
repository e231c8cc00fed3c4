import { createCipheriv, createDecipheriv } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyWithoutPlaintextCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { keyed } from '../../../shared/adapters/kms/sealing.ts';
import {
  addDataKey,
  openVault,
  type WrappedKey,
  type WrappedKeys,
} from '../../../shared/adapters/kms/vault.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });

describe.each([
  ['memory', memoryVault()],
  ['keyed', keyed([key('1', 7)])],
])('a vault (%s)', (_, vault) => {
  it('gives back what was sealed, every letter of it', () => {
    const text = 'Nguyễn Thị Hằng, 12 Lê Lợi, 0912 345 678 – Đặng Ữ';
    const sealed = vault.seal(text, 'EVENT#26506#1/EVENT');
    expect(sealed).not.toContain('Hằng');
    expect(vault.open(sealed, 'EVENT#26506#1/EVENT')).toBe(text);
  });

  it('opens nothing in another place', () => {
    const sealed = vault.seal('Hằng', 'EVENT#26506#1/EVENT');
    expect(() => vault.open(sealed, 'EVENT#26506#2/EVENT')).toThrow(/.+/);
  });

  it('hashes the same text alike, and other texts otherwise', () => {
    expect(vault.hash('+84912345678')).toBe(vault.hash('+84912345678'));
    expect(vault.hash('+84912345678')).not.toBe(vault.hash('+84912345679'));
    expect(vault.hash('+84912345678')).not.toBe(vault.fingerprint('+84912345678'));
    expect(vault.fingerprint('{}')).toBe(vault.fingerprint('{}'));
  });
});

describe('a vault over data keys', () => {
  it('seals the same text differently each time', () => {
    const vault = keyed([key('1', 7)]);
    expect(vault.seal('Hằng', 'place')).not.toBe(vault.seal('Hằng', 'place'));
  });

  it('opens nothing that was changed or cut', () => {
    const vault = keyed([key('1', 7)]);
    const sealed = vault.seal('Hằng', 'place');
    const other = sealed.at(-3) === 'A' ? 'B' : 'A';
    expect(() => vault.open(sealed.slice(0, -3) + other + sealed.slice(-2), 'place')).toThrow(/.+/);
    expect(() => vault.open(sealed.slice(0, 20), 'place')).toThrow(/.+/);
    expect(() => vault.open('', 'place')).toThrow(/does not have/);
  });

  it('still opens what an older key sealed, and finds what it hashed', () => {
    const before = keyed([key('1', 7)]);
    const after = keyed([key('1', 7), key('2', 8)]);
    expect(after.open(before.seal('Hằng', 'place'), 'place')).toBe('Hằng');
    expect(after.hash('+84912345678')).toBe(before.hash('+84912345678'));
    expect(after.fingerprint('{}')).toBe(before.fingerprint('{}'));
  });

  it('seals with the newest key, which an older vault does not have', () => {
    const sealed = keyed([key('1', 7), key('2', 8)]).seal('Hằng', 'place');
    expect(() => keyed([key('1', 7)]).open(sealed, 'place')).toThrow(/does not have: 2/);
  });

  it('has nothing to say to somebody with other keys', () => {
    const sealed = keyed([key('1', 7)]).seal('Hằng', 'place');
    const stranger = keyed([key('1', 9)]);
    expect(() => stranger.open(sealed, 'place')).toThrow(/.+/);
    expect(stranger.hash('+84912345678')).not.toBe(keyed([key('1', 7)]).hash('+84912345678'));
  });
});

const kms = mockClient(KMSClient);
const master = Buffer.alloc(32, 3);
const nonce = Buffer.alloc(12);

const bound = (context: unknown) => Buffer.from(JSON.stringify(context));

/** KMS as far as a vault needs it: wraps with one master key, bound to the encryption context. */
const pretendKms = () => {
  let made = 0;
  kms.on(GenerateDataKeyWithoutPlaintextCommand).callsFake(({ EncryptionContext }) => {
    made += 1;
    const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(bound(EncryptionContext));
    const sealed = Buffer.concat([cipher.update(Buffer.alloc(32, made)), cipher.final()]);
    return { CiphertextBlob: Buffer.concat([sealed, cipher.getAuthTag()]) };
  });
  kms.on(DecryptCommand).callsFake(({ CiphertextBlob, EncryptionContext }) => {
    const bytes = Buffer.from(CiphertextBlob as Uint8Array);
    const decipher = createDecipheriv('aes-256-gcm', master, nonce)
      .setAAD(bound(EncryptionContext))
      .setAuthTag(bytes.subarray(32));
    return { Plaintext: Buffer.concat([decipher.update(bytes.subarray(0, 32)), decipher.final()]) };
  });
};

const keptKeys = (): WrappedKeys => {
  const kept: WrappedKey[] = [];
  return {
    all: async () => [...kept],
    add: async (wrapped) => void (kept.some(({ id }) => id === wrapped.id) || kept.push(wrapped)),
  };
};

describe('opening the vault', () => {
  const arn = 'arn:aws:kms:ap-southeast-1:123456789012:key/data';
  const open = (kept: WrappedKeys) => openVault(new KMSClient(), arn, kept);
  beforeEach(() => {
    kms.reset();
    pretendKms();
  });

  it('makes the first key once and asks KMS for it once a cold start', async () => {
    const kept = keptKeys();
    const sealed = (await open(kept)).seal('Hằng', 'place');
    expect((await open(kept)).open(sealed, 'place')).toBe('Hằng');
    expect(kms.commandCalls(GenerateDataKeyWithoutPlaintextCommand)).toHaveLength(1);
    expect(kms.commandCalls(DecryptCommand)).toHaveLength(2);
  });

  it('agrees on one key when two start cold at the same moment', async () => {
    const kept = keptKeys();
    const [one, two] = await Promise.all([open(kept), open(kept)]);
    expect(two.open(one.seal('Hằng', 'place'), 'place')).toBe('Hằng');
    expect(await kept.all()).toHaveLength(1);
  });

  it('turns the key: new texts by the new one, old texts still readable', async () => {
    const kept = keptKeys();
    const old = (await open(kept)).seal('Hằng', 'place');
    await addDataKey(new KMSClient(), arn, kept, '2');
    const vault = await open(kept);
    expect(vault.open(old, 'place')).toBe('Hằng');
    expect(vault.seal('Hằng', 'place')).toMatch(/^2\./);
  });

  it('seals with a new key only once whoever does not know it is gone, and opens with it at once', async () => {
    const kept = keptKeys();
    await open(kept);
    await addDataKey(new KMSClient(), arn, kept, '2', new Date(Date.now() + 60_000).toISOString());
    expect((await open(kept)).seal('Hằng', 'place')).toMatch(/^1\./);
    const two = [
      { id: '1', key: Buffer.alloc(32, 1) },
      { id: '2', key: Buffer.alloc(32, 2), sealsFrom: '2026-03-02T00:00:00.000Z' },
    ] as const;
    const [before, after] = ['2026-03-01', '2026-03-03'].map((day) => keyed(two, Date.parse(day)));
    const sealed = after!.seal('Hằng', 'place');
    expect(sealed).toMatch(/^2\./);
    expect(before!.open(sealed, 'place')).toBe('Hằng');
    expect(after!.hash('+84912345678')).toBe(before!.hash('+84912345678'));
  });

  it('throws when a key was put in another’s place', async () => {
    const kept = keptKeys();
    await open(kept);
    const [first] = await kept.all();
    await kept.add({ id: '2', wrapped: first!.wrapped });
    await expect(open(kept)).rejects.toThrow(/.+/);
  });
});
