// Writes down what End User Messaging says about each message it took.
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { dynamoNotifications } from '../shared/adapters/dynamodb/notifications.ts';
import { dynamoReceipts } from '../shared/adapters/dynamodb/receipts.ts';
import { EumEvent, readEumEvent } from '../shared/adapters/eum/events.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { logReport } from '../shared/adapters/lambda/callback.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { queueFunction } from '../shared/adapters/lambda/queue.ts';
import { recordReceipt } from '../shared/flows/record-receipt.ts';
import { recordReport } from '../shared/flows/record-report.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  const record = recordReceipt({
    notifications: dynamoNotifications(dynamodb, env.TABLE_NAME, vault),
    receipts: dynamoReceipts(dynamodb, env.TABLE_NAME, vault),
    clock: now,
  });
  return recordReport(record);
};

export const handler = queueFunction(EumEvent, build, async (record, event) => {
  const report = readEumEvent(event);
  const concern = report.is === 'receipt' ? report.receipt.concern : undefined;
  logReport({
    outcome: await record(report),
    carrier: 'eum',
    code: event.eventType,
    ...(concern && { concern }),
  });
  return 'done';
});
