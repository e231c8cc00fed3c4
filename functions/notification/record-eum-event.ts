// Writes down what End User Messaging says about each message it took.
import { dynamoNotifications } from '../../shared/adapters/dynamodb/notification/notifications.ts';
import { dynamoReceipts } from '../../shared/adapters/dynamodb/notification/receipts.ts';
import { EumEvent, readEumEvent } from '../../shared/adapters/carriers/sms/eum/events.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { logReport } from '../../shared/adapters/lambda/http/callback.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { queueFunction } from '../../shared/adapters/lambda/queue.ts';
import { logHeard } from '../../shared/adapters/lambda/log/steps.ts';
import { recordReceipt } from '../../shared/flows/notification/record-receipt.ts';
import { recordReport } from '../../shared/flows/notification/record-report.ts';

const build = async () => {
  const { dynamodb, tableName, vault } = await openStores();
  const record = recordReceipt({
    notifications: dynamoNotifications(dynamodb, tableName, vault),
    receipts: dynamoReceipts(dynamodb, tableName, vault),
    clock: now,
    heard: logHeard,
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
