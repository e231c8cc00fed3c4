import {
  DeleteObjectCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Evidence, EvidenceFiles } from '../../domain/post/evidence/evidence.ts';
import type { Vault } from '../../domain/values/vault.ts';

/** These have to be sent as they were signed; the SDK would hide the last one in the address, where S3 checks nothing. */
const bound = new Set(['content-type', 'content-length', 'x-amz-checksum-sha256']);

/**
 * Evidence in the bucket of documents, each job's in a folder of its own. Keys are keyed hashes: they name no citizen and
 * no dossier. S3 compares length and type with the signature, and the content with the hash, before it keeps a byte.
 */
export const s3Evidence = (client: S3Client, bucket: string, vault: Pick<Vault, 'hash'>): EvidenceFiles => {
  const folder = (jobId: string): string => `evidence/${vault.hash(`evidence/${jobId}`).slice(0, 22)}/`;
  const keyOf = ({ jobId, evidenceId }: Pick<Evidence, 'jobId' | 'evidenceId'>) => folder(jobId) + evidenceId;
  const keysOf = async (jobId: string): Promise<string[]> => {
    const keys: string[] = [];
    const asked = { Bucket: bucket, Prefix: folder(jobId) };
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, asked))
      keys.push(...Contents.map(({ Key = '' }) => Key));
    return keys;
  };

  return {
    upload: async (evidence, seconds) => {
      const checksum = Buffer.from(evidence.sha256, 'hex').toString('base64');
      const put = new PutObjectCommand({
        Bucket: bucket,
        Key: keyOf(evidence),
        ContentType: evidence.contentType,
        ContentLength: evidence.bytes,
        ChecksumSHA256: checksum,
      });
      const url = await getSignedUrl(client, put, {
        expiresIn: seconds,
        signableHeaders: new Set(['host', ...bound]),
        unhoistableHeaders: bound,
      });
      const headers = {
        'content-type': evidence.contentType,
        'content-length': String(evidence.bytes),
        'x-amz-checksum-sha256': checksum,
      };
      return { url, headers };
    },

    uploaded: async (jobId) => {
      const keys = await keysOf(jobId);
      return new Set(keys.map((key) => key.slice(folder(jobId).length)));
    },

    beginning: async (evidence) => {
      const asked = { Bucket: bucket, Key: keyOf(evidence), Range: 'bytes=0-15' };
      const { Body } = await client.send(new GetObjectCommand(asked));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },

    link: (evidence, seconds) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: keyOf(evidence),
          ResponseContentType: evidence.contentType,
          // Whatever a file turns out to be, a browser keeps it and opens nothing.
          ResponseContentDisposition: 'attachment',
          ResponseCacheControl: 'private, no-store',
        }),
        { expiresIn: seconds },
      ),

    remove: async (jobId) => {
      for (const key of await keysOf(jobId))
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
};
