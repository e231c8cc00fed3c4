import { DecryptCommand, GenerateDataKeyWithoutPlaintextCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { Vault } from '../../domain/values/vault.ts';
import { dataKeyUse } from './data-key-use.ts';
import { type DataKey, keyed } from './sealing.ts';

/** A data key as it is kept: readable by KMS alone. */
export type WrappedKey = Pick<DataKey, 'id' | 'sealsFrom'> & { wrapped: Uint8Array };

/** Where wrapped data keys are kept. */
export interface WrappedKeys {
  /** All of them, oldest first. */
  all(): Promise<WrappedKey[]>;
  /** Keeps a key, unless there is one of this id: of two that make the first key at once, one wins. */
  add(key: WrappedKey): Promise<void>;
}

/** Binds a wrapped key to its use and its number: it opens as nothing else, and KMS's audit log says for what. */
const contextOf = (id: string) => ({ use: dataKeyUse, id });

/**
 * Opens the vault for one cold start: reads the wrapped data keys, has KMS unwrap each (one kms:Decrypt a key), and
 * makes the first key if there never was one.
 */
export const openVault = async (kms: KMSClient, kmsKeyArn: string, kept: WrappedKeys): Promise<Vault> => {
  const wrapped = await kept.all();
  if (wrapped.length === 0) {
    await addDataKey(kms, kmsKeyArn, kept, '1');
    wrapped.push(...(await kept.all()));
  }
  const unwrap = async ({ id, wrapped: blob, sealsFrom }: WrappedKey): Promise<DataKey> => {
    const answer = await kms.send(
      new DecryptCommand({ KeyId: kmsKeyArn, CiphertextBlob: blob, EncryptionContext: contextOf(id) }),
    );
    return { id, key: answer.Plaintext!, sealsFrom };
  };
  const [oldest, ...newer] = await Promise.all(wrapped.map(unwrap));
  if (oldest === undefined) throw new Error('the data key that was just made cannot be read');
  return keyed([oldest, ...newer]);
};

/**
 * Makes a data key. From `sealsFrom` on, whoever starts seals everything new with it; without one from the next cold start on. The
 * old ones stay readable.
 */
export const addDataKey = async (
  kms: KMSClient,
  kmsKeyArn: string,
  kept: WrappedKeys,
  id: string,
  sealsFrom?: string,
): Promise<void> => {
  const made = await kms.send(
    new GenerateDataKeyWithoutPlaintextCommand({
      KeyId: kmsKeyArn,
      KeySpec: 'AES_256',
      EncryptionContext: contextOf(id),
    }),
  );
  await kept.add({ id, wrapped: made.CiphertextBlob!, ...(sealsFrom !== undefined && { sealsFrom }) });
};
