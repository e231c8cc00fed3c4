// Takes each notification that is due to its carrier, once, and writes down what the carrier said.
import { randomUUID } from 'node:crypto';
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { dynamoNotifications } from '../shared/adapters/dynamodb/notifications.ts';
import { dynamoChoices } from '../shared/adapters/dynamodb/choices.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { logSent } from '../shared/adapters/lambda/log-steps.ts';
import { queueFunction } from '../shared/adapters/lambda/queue.ts';
import { snsCarrier } from '../shared/adapters/sns/carrier.ts';
import { snsClient } from '../shared/adapters/sns/client.ts';
import { Ring } from '../shared/domain/ring.ts';
import { sendSms } from '../shared/flows/send-sms.ts';

/** A send takes at most 4 s (connect 1, answer 3); claiming with less than twice that left would only make doubt. */
const enoughToSend = 8_000;

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given, SMS_SENDER_ID: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  return sendSms({
    notifications: dynamoNotifications(dynamodb, env.TABLE_NAME, vault),
    settings: dynamoChoices(dynamodb, env.TABLE_NAME, now).settings,
    carrier: snsCarrier(snsClient(), { senderId: env.SMS_SENDER_ID }),
    clock: now,
    newId: randomUUID,
  });
};

export const handler = queueFunction(Ring, build, async (send, { id }, context) => {
  const outcome = await send(id, () => context.getRemainingTimeInMillis() > enoughToSend);
  logSent(id, outcome);
  return outcome.is === 'no-time' ? 'open' : 'done';
});
