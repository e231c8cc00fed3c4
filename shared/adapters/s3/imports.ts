import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ImportFiles, SheetImport } from '../../domain/sheet/imports/sheet-import.ts';
import type { Vault } from '../../domain/values/vault.ts';

/** These have to be sent as they were signed. */
const bound = new Set(['content-length', 'x-amz-checksum-sha256']);

/** Only these kinds are told apart in a file's name when it is fetched again: its own name may name a citizen. */
const endingOf = ({ fileName }: SheetImport): string =>
  /\.(?:xlsx|xls|csv|txt|html?|xml|json|ndjson)$/i.exec(fileName)?.[0].toLowerCase() ?? '';

/**
 * Files of imports in the bucket of documents, each import's in a folder of its own. Keys are keyed hashes: they name no
 * office and no file. S3 compares an upload with its length and hash, and lets all of them go after a month.
 */
export const s3ImportFiles = (client: S3Client, bucket: string, vault: Pick<Vault, 'hash'>): ImportFiles => {
  const keyOf = ({ ward, id }: SheetImport, name: string): string =>
    `imports/${vault.hash(`import/${ward}/${id}`).slice(0, 22)}/${name}`;
  return {
    upload: async (one, seconds) => {
      const checksum = Buffer.from(one.sha256, 'hex').toString('base64');
      const put = new PutObjectCommand({
        Bucket: bucket,
        Key: keyOf(one, 'original'),
        ContentLength: one.bytes,
        ChecksumSHA256: checksum,
      });
      const url = await getSignedUrl(client, put, {
        expiresIn: seconds,
        signableHeaders: new Set(['host', ...bound]),
        unhoistableHeaders: bound,
      });
      return { url, headers: { 'content-length': String(one.bytes), 'x-amz-checksum-sha256': checksum } };
    },

    keep: async (one, name, bytes) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(one, name), Body: bytes }));
    },

    read: async (one, name) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(one, name) }));
        return await Body?.transformToByteArray();
      } catch (error) {
        // Without the right to list, S3 says of a file that is not there that nobody may see it.
        const { name: kind } = error as { name?: string };
        if (error instanceof NoSuchKey || kind === 'AccessDenied') return undefined;
        throw error;
      }
    },

    link: (one, name, seconds) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: keyOf(one, name),
          ResponseContentType: name === 'report.csv' ? 'text/csv; charset=utf-8' : 'application/octet-stream',
          ResponseContentDisposition: `attachment; filename="${name === 'report.csv' ? 'bao-cao-dong.csv' : `tep-goc${endingOf(one)}`}"`,
          ResponseCacheControl: 'private, no-store',
        }),
        { expiresIn: seconds },
      ),
  };
};
