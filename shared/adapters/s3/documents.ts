import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Documents } from '../../domain/letter/press.ts';

/**
 * Letters as files in a bucket that nobody can list and that encrypts by itself. A key names ward, letter and version,
 * so writing the same version twice writes the same bytes.
 */
export const s3Documents = (client: S3Client, bucket: string): Documents => ({
  keep: async (key, pdf) => {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: pdf, ContentType: 'application/pdf' }),
    );
  },
  link: (key, { fileName, seconds }) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentType: 'application/pdf',
        ResponseContentDisposition: `inline; filename="${fileName}"`,
        ResponseCacheControl: 'private, no-store',
      }),
      { expiresIn: seconds },
    ),
});
