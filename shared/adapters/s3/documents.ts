import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Documents } from '../../domain/letter/press.ts';

const typeOf = (key: string): string => (key.endsWith('.svgz') ? 'image/svg+xml' : 'application/pdf');

/**
 * Letters as files in a bucket that nobody can list and that encrypts by itself. A key names ward, letter and version,
 * so writing the same version twice writes the same bytes.
 */
export const s3Documents = (client: S3Client, bucket: string): Documents => ({
  keep: async (key, file) => {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: file, ContentType: typeOf(key) }),
    );
  },
  link: (key, { fileName, seconds }) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentType: typeOf(key),
        ResponseContentDisposition: `inline; filename="${fileName}"`,
        ResponseCacheControl: 'private, no-store',
      }),
      { expiresIn: seconds },
    ),
});
