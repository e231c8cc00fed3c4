import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoClient } from './dynamodb/client.ts';
import { dynamoDataKeys } from './dynamodb/data-keys.ts';
import { openPost } from './dynamodb/post/open-post.ts';
import { openVault } from './kms/vault.ts';
import { now } from './lambda/clock.ts';
import { given, readEnv } from './lambda/env.ts';

/** Everything of the post, in the table and under the key that a function's environment names. */
export const openPostStore = async () => {
  const { TABLE_NAME, DATA_KEY_ARN } = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), DATA_KEY_ARN, dynamoDataKeys(dynamodb, TABLE_NAME));
  return openPost(dynamodb, TABLE_NAME, vault, now);
};
export type PostStore = Awaited<ReturnType<typeof openPostStore>>;
