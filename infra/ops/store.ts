import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Command } from 'commander';
import { localRun } from './running.ts';

/** The store itself, for commands that no API offers: of a local run, or of a deployed stack by its table. */
export const openStore = (command: Command): { dynamodb: DynamoDBClient; tableName: string } => {
  const options = command.optsWithGlobals<{ url?: string; table?: string }>();
  if (options.table !== undefined) return { dynamodb: new DynamoDBClient(), tableName: options.table };

  const run = localRun(options.url ?? process.env['BAO_TIN_URL']);
  const endpoint = run?.endpoints['dynamodb'];
  const tableName = run?.environment['TABLE_NAME'];
  if (run === undefined || endpoint === undefined || tableName === undefined) {
    throw new Error(
      'Which store? Start one with npm start (and give --url if several run), or give --table of a deployed stack.',
    );
  }
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { dynamodb: new DynamoDBClient({ endpoint, region: run.region, credentials }), tableName };
};
