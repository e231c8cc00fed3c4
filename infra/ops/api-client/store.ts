import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import type { Command } from 'commander';
import { dynamoDataKeys } from '../../../shared/adapters/dynamodb/data-keys.ts';
import { openVault } from '../../../shared/adapters/kms/vault.ts';
import type { Vault } from '../../../shared/domain/values/vault.ts';
import { localRun } from './running.ts';

/** What a local run takes for credentials. */
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

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
  return { dynamodb: new DynamoDBClient({ endpoint, region: run.region, credentials }), tableName };
};

/** The data keys and what unwraps them; of a deployed stack that key is named by its output `DataKeyArn`. */
export const openDataKeys = (command: Command) => {
  const store = openStore(command);
  const run = localRun(command.optsWithGlobals<{ url?: string }>().url ?? process.env['BAO_TIN_URL']);
  const isDeployed = command.optsWithGlobals<{ table?: string }>().table !== undefined;
  const endpoint = isDeployed ? undefined : run?.endpoints['kms'];
  const dataKey = isDeployed ? process.env['DATA_KEY_ARN'] : run?.environment['DATA_KEY_ARN'];
  if (dataKey === undefined)
    throw new Error('Which data key? Give DATA_KEY_ARN, the output DataKeyArn of the deployed stack.');
  const kms = new KMSClient(endpoint === undefined ? {} : { endpoint, region: run!.region, credentials });
  return { ...store, kms, dataKey, kept: dynamoDataKeys(store.dynamodb, store.tableName) };
};

/** The store with the key to what is sealed in it. */
export const openSealedStore = async (
  command: Command,
): Promise<{ dynamodb: DynamoDBClient; tableName: string; vault: Vault }> => {
  const { kms, dataKey, kept, ...store } = openDataKeys(command);
  return { ...store, vault: await openVault(kms, dataKey, kept) };
};
