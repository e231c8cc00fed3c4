// Writes down what the carrier's delivery log says about each message it took.
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { dynamoNotifications } from '../shared/adapters/dynamodb/notifications.ts';
import { dynamoReceipts } from '../shared/adapters/dynamodb/receipts.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { logReceipt } from '../shared/adapters/lambda/log-steps.ts';
import { logsFunction } from '../shared/adapters/lambda/logs.ts';
import { receiptsIn } from '../shared/adapters/sns/receipts.ts';
import { recordReceipt } from '../shared/flows/record-receipt.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  return recordReceipt({
    notifications: dynamoNotifications(dynamodb, env.TABLE_NAME, vault),
    receipts: dynamoReceipts(dynamodb, env.TABLE_NAME, vault),
    clock: now,
  });
};

export const handler = logsFunction(build, receiptsIn, async (record, receipt) =>
  logReceipt(receipt, await record(receipt)),
);
