// Owes a citizen the answer to what they wrote; the answer leaves like every other notification.
import { KMSClient } from '@aws-sdk/client-kms';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoChoices } from '../shared/adapters/dynamodb/choices.ts';
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamoConsents } from '../shared/adapters/dynamodb/consents.ts';
import { dynamoConversations } from '../shared/adapters/dynamodb/conversations.ts';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { dynamoDossiers } from '../shared/adapters/dynamodb/dossiers.ts';
import { dynamoInboxes } from '../shared/adapters/dynamodb/inboxes.ts';
import { dynamoNotifications } from '../shared/adapters/dynamodb/notifications.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { logAnswered } from '../shared/adapters/lambda/log-steps.ts';
import { queueFunction } from '../shared/adapters/lambda/queue.ts';
import { sqsDoorbell } from '../shared/adapters/sqs/doorbell.ts';
import { InboundMessage } from '../shared/domain/inbound-message.ts';
import { inboundTextOf } from '../shared/domain/inbound-text.ts';
import { answerInbound } from '../shared/flows/answer-inbound.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, SMS_QUEUE_URL: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  const answer = answerInbound({
    ...dynamoChoices(dynamodb, env.TABLE_NAME, now),
    inboxes: dynamoInboxes(dynamodb, env.TABLE_NAME),
    conversations: dynamoConversations(dynamodb, env.TABLE_NAME, vault),
    dossiers: dynamoDossiers(dynamodb, env.TABLE_NAME, vault),
    consents: dynamoConsents(dynamodb, env.TABLE_NAME, vault),
    notifications: dynamoNotifications(dynamodb, env.TABLE_NAME, vault),
    doorbell: sqsDoorbell(new SQSClient(), env.SMS_QUEUE_URL),
    clock: now,
  });
  return (message: InboundMessage) => answer(inboundTextOf(message, (text) => vault.hash(text)));
};

export const handler = queueFunction(InboundMessage, build, async (answer, message) => {
  logAnswered(await answer(message));
  return 'done';
});
