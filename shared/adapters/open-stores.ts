import { KMSClient } from '@aws-sdk/client-kms';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Vault } from '../domain/values/vault.ts';
import { dynamoClient } from './dynamodb/client.ts';
import { dynamoDataKeys } from './dynamodb/data-keys.ts';
import { openVault } from './kms/vault.ts';
import { given, readEnv } from './lambda/env.ts';

/** Where everything is kept, and the vault that seals what is personal in it. */
export type Stores = { dynamodb: DynamoDBClient; tableName: string; vault: Vault };

/** The table and the key that a function's environment names, opened. */
export const openStores = async (): Promise<Stores> => {
  const { TABLE_NAME: tableName, DATA_KEY_ARN } = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), DATA_KEY_ARN, dynamoDataKeys(dynamodb, tableName));
  return { dynamodb, tableName, vault };
};
