import { S3Client } from '@aws-sdk/client-s3';
import type { Command } from 'commander';
import { dynamoPersons } from '../../../../shared/adapters/dynamodb/rights/persons.ts';
import { dynamoAudit } from '../../../../shared/adapters/dynamodb/people/audit.ts';
import { s3Erasures } from '../../../../shared/adapters/s3/erasures.ts';
import { s3Removal } from '../../../../shared/adapters/s3/person-files.ts';
import { instantOf } from '../../../../shared/domain/values/instant.ts';
import { localRun } from '../../api-client/running.ts';
import { openSealedStore } from '../../api-client/store.ts';

/** The bucket of letters and photographs: of a local run, or of a deployed stack by its output `DocumentsBucket`. */
const openBucket = (command: Command): { client: S3Client; bucket: string } => {
  const options = command.optsWithGlobals<{ url?: string; table?: string }>();
  const run = options.table === undefined ? localRun(options.url ?? process.env['BAO_TIN_URL']) : undefined;
  const bucket = run?.environment['DOCUMENTS_BUCKET'] ?? process.env['DOCUMENTS_BUCKET'];
  if (bucket === undefined)
    throw new Error(
      'Which files? Give DOCUMENTS_BUCKET, the bucket of letters and photographs of the stack.',
    );
  const here = run && {
    endpoint: run.endpoints['s3']!,
    region: run.region,
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  return { client: new S3Client(here ?? {}), bucket };
};

/** Everything a person's rights are given from. */
export const openRights = async (command: Command) => {
  const { dynamodb, tableName, vault } = await openSealedStore(command);
  const files = () => {
    const { client, bucket } = openBucket(command);
    return {
      ...s3Removal(client, bucket, vault),
      receipts: s3Erasures(client, bucket).all,
    };
  };
  return {
    persons: dynamoPersons(dynamodb, tableName, vault),
    audit: dynamoAudit(dynamodb, tableName, vault),
    vault,
    files,
    clock: () => instantOf(new Date()),
  };
};
