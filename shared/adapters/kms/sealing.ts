import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Vault } from '../../domain/values/vault.ts';

/** A 256-bit data key, unwrapped; ids are `1`, `2`, … in the order the keys were made. */
export type DataKey = {
  id: string;
  key: Uint8Array;
  /** From when on it seals: whoever started before it was made cannot open what it sealed, and is gone by then. */
  sealsFrom?: string | undefined;
};

/** GCM's own sizes (NIST SP 800-38D): a random 96-bit nonce is safe for 2^32 texts a key, then the key is turned. */
const nonceBytes = 12;
const tagBytes = 16;

/** One key for each purpose, so that nothing learnt about one helps with another (HKDF, RFC 5869). */
const subkey = ({ key }: DataKey, purpose: 'seal' | 'hash' | 'fingerprint'): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `bao-tin/${purpose}`, 32));

const hmac = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

const sealWith = (id: string, key: Buffer, plain: string, context: string): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const sealed = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return `${id}.${Buffer.concat(sealed).toString('base64url')}`;
};

const openWith = (key: Buffer, sealed: string, context: string): string => {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-tagBytes));
  const plain = [decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()];
  return Buffer.concat(plain).toString('utf8');
};

/**
 * A vault over data keys, oldest first. It seals with the newest and opens with whichever key a text names. Hashes
 * and fingerprints are made with the oldest for good: nobody can make them again without the phone or the body.
 */
export const keyed = (keys: readonly [DataKey, ...DataKey[]], now = Date.now()): Vault => {
  const oldest = keys[0];
  const newest =
    keys.findLast(({ sealsFrom }) => sealsFrom === undefined || Date.parse(sealsFrom) <= now) ?? oldest;
  const seals = new Map(keys.map((key) => [key.id, subkey(key, 'seal')]));
  const hashKey = subkey(oldest, 'hash');
  const fingerprintKey = subkey(oldest, 'fingerprint');
  return {
    seal: (plain, context) => sealWith(newest.id, seals.get(newest.id)!, plain, context),
    open: (text, context) => {
      const [id = '', sealed = ''] = text.split('.', 2);
      const key = seals.get(id);
      if (key === undefined) throw new Error(`sealed with a key this vault does not have: ${id}`);
      return openWith(key, sealed, context);
    },
    hash: (text) => hmac(hashKey, text),
    fingerprint: (text) => hmac(fingerprintKey, text),
  };
};
