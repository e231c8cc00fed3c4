// Answers what citizens write to us: how a dossier stands, to be left alone, to be told again.
import { KMSClient } from '@aws-sdk/client-kms';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoChoices } from '../shared/adapters/dynamodb/choices.ts';
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamoConversations } from '../shared/adapters/dynamodb/conversations.ts';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { decisionStores } from '../shared/adapters/dynamodb/decision-stores.ts';
import { dynamoInboxes } from '../shared/adapters/dynamodb/inboxes.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { logAnswered } from '../shared/adapters/lambda/log-steps.ts';
import { queueFunction } from '../shared/adapters/lambda/queue.ts';
import { sqsDoorbell } from '../shared/adapters/sqs/doorbell.ts';
import { InboundMessage } from '../shared/domain/inbound-message.ts';
import { inboundText } from '../shared/domain/inbound-text.ts';
import { answerInbound } from '../shared/flows/answer-inbound.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given, SMS_QUEUE_URL: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  return answerInbound({
    ...decisionStores(dynamodb, env.TABLE_NAME, vault),
    ...dynamoChoices(dynamodb, env.TABLE_NAME, now),
    inboxes: dynamoInboxes(dynamodb, env.TABLE_NAME),
    conversations: dynamoConversations(dynamodb, env.TABLE_NAME, vault),
    doorbell: sqsDoorbell(new SQSClient(), env.SMS_QUEUE_URL),
    clock: now,
  });
};

export const handler = queueFunction(InboundMessage, build, async (answer, message) => {
  const text = inboundText(message);
  logAnswered(text === undefined ? { is: 'silent', because: 'not-a-person' } : await answer(text));
  return 'done';
});
