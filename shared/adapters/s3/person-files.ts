import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { exportKey, type PersonFiles } from '../../domain/rights/person-request.ts';
import type { Vault } from '../../domain/values/vault.ts';
import { s3Erasures } from './erasures.ts';
import { s3Evidence } from './evidence.ts';

/** Exports in the bucket of documents; they are downloaded, never shown, and S3 lets them go after two weeks. */
export const s3PersonFiles = (client: S3Client, bucket: string, vault: Pick<Vault, 'hash'>): PersonFiles => ({
  keep: async (request, name, bytes) => {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: exportKey(request, name, vault), Body: bytes }),
    );
  },
  link: (request, name, seconds) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket: bucket,
        Key: exportKey(request, name, vault),
        ResponseContentType: name.endsWith('.pdf') ? 'application/pdf' : 'application/json',
        ResponseContentDisposition: `attachment; filename="${name}"`,
        ResponseCacheControl: 'private, no-store',
      }),
      { expiresIn: seconds },
    ),
});

/** Removes what lies in files of somebody who is erased, and keeps the receipt. A file that is gone already is no failure. */
export const s3Removal = (client: S3Client, bucket: string, vault: Vault) => ({
  removeFiles: async (keys: string[]): Promise<void> => {
    for (const Key of keys) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  },
  removeEvidence: (jobId: string): Promise<void> => s3Evidence(client, bucket, vault).remove(jobId),
  keepReceipt: s3Erasures(client, bucket).keep,
});
