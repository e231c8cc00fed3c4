// Hears what gateways report about messages, and what citizens write to us.
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoNotifications } from '../../shared/adapters/dynamodb/notification/notifications.ts';
import { dynamoReceipts } from '../../shared/adapters/dynamodb/notification/receipts.ts';
import { readAccounts } from '../../shared/adapters/carriers/accounts.ts';
import { callbacks } from '../../shared/adapters/carriers/sms/callback-routes.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { callbackRoute } from '../../shared/adapters/lambda/http/callback.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { secretsManager } from '../../shared/adapters/secrets/secrets-manager.ts';
import { sqsInbox } from '../../shared/adapters/sqs/inbox.ts';
import { logHeard } from '../../shared/adapters/lambda/log/steps.ts';
import { recordReceipt } from '../../shared/flows/notification/record-receipt.ts';
import { recordReport } from '../../shared/flows/notification/record-report.ts';
import { takeCallback } from '../../shared/flows/notification/take-callback.ts';

const build = async () => {
  const env = readEnv({ GATEWAY_SECRET_ARN: given, INBOUND_QUEUE_URL: given });
  const { dynamodb, tableName, vault } = await openStores();
  const accounts = await readAccounts(secretsManager(new SecretsManagerClient()), env.GATEWAY_SECRET_ARN);
  const record = recordReceipt({
    notifications: dynamoNotifications(dynamodb, tableName, vault),
    receipts: dynamoReceipts(dynamodb, tableName, vault),
    clock: now,
    heard: logHeard,
  });
  const inbox = sqsInbox(new SQSClient(), env.INBOUND_QUEUE_URL);
  return { proofs: accounts.callbacks, take: takeCallback({ record: recordReport(record), inbox }) };
};

type Ports = Awaited<ReturnType<typeof build>>;

const routes = Object.entries(callbacks).map(([key, hear]) => [
  key,
  callbackRoute<Ports>(({ proofs, take }, called) => take(hear(called, proofs, now()))),
]);

export const handler = httpFunction<Ports>(build, Object.fromEntries(routes));
