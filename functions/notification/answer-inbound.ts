// Owes a citizen the answer to what they wrote; the answer leaves like every other notification. What comes to nobody's inbox
// stays in the queue and ends among its dead letters, which ring: redriven once the inbox has an owner, it is answered.
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoBudgets } from '../../shared/adapters/dynamodb/notification/budgets.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { dynamoPhoneCards } from '../../shared/adapters/dynamodb/notification/phone-cards.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoConsents } from '../../shared/adapters/dynamodb/office/consents.ts';
import { dynamoConversations } from '../../shared/adapters/dynamodb/notification/conversations.ts';
import { dynamoDossiers } from '../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoInboxes } from '../../shared/adapters/dynamodb/notification/inboxes.ts';
import { dynamoNotifications } from '../../shared/adapters/dynamodb/notification/notifications.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { logAnswered } from '../../shared/adapters/lambda/log/steps.ts';
import { queueFunction } from '../../shared/adapters/lambda/queue.ts';
import { sqsDoorbell } from '../../shared/adapters/sqs/doorbell.ts';
import { InboundMessage } from '../../shared/domain/inbound/message.ts';
import { inboundTextOf } from '../../shared/domain/inbound/sms.ts';
import { answerInbound } from '../../shared/flows/notification/answer-inbound.ts';

const build = async () => {
  const env = readEnv({ SMS_QUEUE_URL: given });
  const { dynamodb, tableName, vault } = await openStores();
  const answer = answerInbound({
    ...dynamoChoices(dynamodb, tableName, now, { most: platformMost() }),
    inboxes: dynamoInboxes(dynamodb, tableName),
    conversations: dynamoConversations(dynamodb, tableName, vault),
    dossiers: dynamoDossiers(dynamodb, tableName, vault),
    consents: dynamoConsents(dynamodb, tableName, vault),
    phones: dynamoPhoneCards(dynamodb, tableName, vault),
    budgets: dynamoBudgets(dynamodb, tableName),
    notifications: dynamoNotifications(dynamodb, tableName, vault),
    doorbell: sqsDoorbell(new SQSClient(), env.SMS_QUEUE_URL),
    clock: now,
  });
  return (message: InboundMessage) => answer(inboundTextOf(message, (text) => vault.hash(text)));
};

export const handler = queueFunction(InboundMessage, build, async (answer, message) => {
  const outcome = await answer(message);
  logAnswered(outcome);
  return outcome.is === 'unclaimed' ? 'open' : 'done';
});
