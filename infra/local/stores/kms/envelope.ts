import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What encryption is bound to: the same pairs have to be shown again, in whatever order, to decrypt. */
export type Context = Record<string, string>;

const version = 1;
const ivBytes = 12;
const tagBytes = 16;

const boundTo = (header: Uint8Array, context: Context): Buffer => {
  const pairs = Object.entries(context).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.concat([header, Buffer.from(JSON.stringify(pairs))]);
};

/** A blob that names its key: version, length of the key id, key id, nonce, tag, cipher text (AES-256-GCM). */
export const seal = (keyId: string, key: Uint8Array, plaintext: Uint8Array, context: Context): Buffer => {
  const name = Buffer.from(keyId);
  const header = Buffer.concat([Buffer.from([version, name.length]), name]);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(header, context));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([header, iv, cipher.getAuthTag(), body]);
};

/** The key id that a blob names, or nothing when it is no blob of ours. */
export const keyIdOf = (blob: Uint8Array): string | undefined => {
  const end = 2 + (blob[1] ?? 0);
  if (blob[0] !== version || blob.length < end + ivBytes + tagBytes) return undefined;
  return Buffer.from(blob.subarray(2, end)).toString();
};

/** The plain text, or nothing when the blob was changed or the context is another. */
export const unseal = (key: Uint8Array, blob: Uint8Array, context: Context): Buffer | undefined => {
  const ivAt = 2 + (blob[1] ?? 0);
  const tagAt = ivAt + ivBytes;
  const bodyAt = tagAt + tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(ivAt, tagAt))
    .setAAD(boundTo(blob.subarray(0, ivAt), context))
    .setAuthTag(blob.subarray(tagAt, bodyAt));
  try {
    return Buffer.concat([decipher.update(blob.subarray(bodyAt)), decipher.final()]);
  } catch {
    return undefined;
  }
};
