import { S3Client } from '@aws-sdk/client-s3';
import { nationalCalendars } from '../domain/calendar/national/calendars.ts';
import type { Clock } from '../domain/values/instant.ts';
import { dynamoPersonRequests } from './dynamodb/rights/person-requests.ts';
import { given, readEnv } from './lambda/env.ts';
import type { Stores } from './open-stores.ts';
import { s3PersonFiles } from './s3/person-files.ts';

/** What citizens asked about their own data, written down and shown: nothing here goes through what is kept. */
export const openPersonRequests = ({ dynamodb, tableName, vault }: Stores, clock: Clock) => {
  const { DOCUMENTS_BUCKET } = readEnv({ DOCUMENTS_BUCKET: given });
  return {
    requests: dynamoPersonRequests(dynamodb, tableName, vault),
    files: s3PersonFiles(new S3Client(), DOCUMENTS_BUCKET, vault),
    vault,
    calendars: nationalCalendars,
    clock,
  };
};
