import { S3Client } from '@aws-sdk/client-s3';
import { dynamoEvidenceShelf } from './dynamodb/post/job/evidence.ts';
import { given, readEnv } from './lambda/env.ts';
import { openPostWith } from './open-post-store.ts';
import { s3Evidence } from './s3/evidence.ts';

/** The post, with the photographs and slips that partners announce and send. */
export const openPostWithEvidence = () => {
  const { DOCUMENTS_BUCKET } = readEnv({ DOCUMENTS_BUCKET: given });
  return openPostWith(({ dynamodb, tableName, vault }) => ({
    shelf: dynamoEvidenceShelf(dynamodb, tableName),
    files: s3Evidence(new S3Client(), DOCUMENTS_BUCKET, vault),
    hash: (text: string) => vault.hash(text),
  }));
};
export type PostWithEvidence = Awaited<ReturnType<typeof openPostWithEvidence>>;
