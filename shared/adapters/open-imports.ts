import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../domain/values/instant.ts';
import { dynamoChoices } from './dynamodb/office/choices.ts';
import { dynamoImports } from './dynamodb/office/imports.ts';
import { given, readEnv } from './lambda/env.ts';
import { newWord } from './lambda/new-word.ts';
import type { Stores } from './open-stores.ts';
import { s3ImportFiles } from './s3/imports.ts';
import { sqsDoorbell } from './sqs/doorbell.ts';

/** Files that an office brings: what is noted of them, where they lie, and the bell of whoever reads them. */
export const openImports = ({ dynamodb, tableName, vault }: Stores, clock: Clock) => {
  const env = readEnv({ DOCUMENTS_BUCKET: given, IMPORT_QUEUE_URL: given });
  return {
    imports: dynamoImports(dynamodb, tableName, vault),
    files: s3ImportFiles(new S3Client(), env.DOCUMENTS_BUCKET, vault),
    doorbell: sqsDoorbell(new SQSClient(), env.IMPORT_QUEUE_URL),
    // Whoever adds to what was chosen sees it as it stands now.
    settings: dynamoChoices(dynamodb, tableName, clock, { believedFor: 0 }).settings,
    random: newWord,
    clock,
  };
};
