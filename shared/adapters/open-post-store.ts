import { KMSClient } from '@aws-sdk/client-kms';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Places } from '../domain/post/ports.ts';
import type { Vault } from '../domain/vault.ts';
import { dynamoClient } from './dynamodb/client.ts';
import { dynamoDataKeys } from './dynamodb/data-keys.ts';
import { openPost } from './dynamodb/post/open-post.ts';
import { openVault } from './kms/vault.ts';
import { now } from './lambda/clock.ts';
import { given, readEnv } from './lambda/env.ts';

type Place = { dynamodb: DynamoDBClient; tableName: string; vault: Vault };

/**
 * Everything of the post, in the table and under the key that a function's environment names, with whatever else a
 * function keeps beside it.
 */
export const openPostWith = async <More extends object>(beside: (place: Place) => More) => {
  const { TABLE_NAME: tableName, DATA_KEY_ARN } = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), DATA_KEY_ARN, dynamoDataKeys(dynamodb, tableName));
  return { ...openPost(dynamodb, tableName, vault, now), ...beside({ dynamodb, tableName, vault }) };
};

/** The same, with the places as they are now, for whoever reads or writes an address. */
export const withPlaces = async <Post extends { places: Places }>(post: Post) => ({
  ...post,
  places: await post.places(),
});

export const openPostStore = () => openPostWith(() => ({}));
export type PostStore = Awaited<ReturnType<typeof openPostStore>>;
