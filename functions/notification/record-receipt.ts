// Writes down what the carrier's delivery log says about each message it took.
import { dynamoNotifications } from '../../shared/adapters/dynamodb/notification/notifications.ts';
import { dynamoReceipts } from '../../shared/adapters/dynamodb/notification/receipts.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { logHeard, logReceipt } from '../../shared/adapters/lambda/log/steps.ts';
import { logsFunction } from '../../shared/adapters/lambda/logs.ts';
import { receiptsIn } from '../../shared/adapters/carriers/sms/sns/receipts.ts';
import { recordReceipt } from '../../shared/flows/notification/record-receipt.ts';

const build = async () => {
  const { dynamodb, tableName, vault } = await openStores();
  return recordReceipt({
    notifications: dynamoNotifications(dynamodb, tableName, vault),
    receipts: dynamoReceipts(dynamodb, tableName, vault),
    clock: now,
    heard: logHeard,
  });
};

export const handler = logsFunction(build, receiptsIn, async (record, receipt) =>
  logReceipt(receipt, await record(receipt)),
);
