import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoDossiers } from '../../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoStatusEvents } from '../../../shared/adapters/dynamodb/dossier/status-events.ts';
import { dynamoRatings } from '../../../shared/adapters/dynamodb/lookup/ratings.ts';
import { dynamoBudgets } from '../../../shared/adapters/dynamodb/notification/budgets.ts';
import { dynamoConversations } from '../../../shared/adapters/dynamodb/notification/conversations.ts';
import { dynamoInboxes } from '../../../shared/adapters/dynamodb/notification/inboxes.ts';
import { dynamoNotifications } from '../../../shared/adapters/dynamodb/notification/notifications.ts';
import { dynamoPhoneCards } from '../../../shared/adapters/dynamodb/notification/phone-cards.ts';
import { dynamoChoices } from '../../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoConsents } from '../../../shared/adapters/dynamodb/office/consents.ts';
import { now } from '../../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../../shared/adapters/lambda/env.ts';
import { platformMost } from '../../../shared/adapters/lambda/most.ts';
import { openStores } from '../../../shared/adapters/open-stores.ts';
import { sqsDoorbell } from '../../../shared/adapters/sqs/doorbell.ts';
import type { InboundMessage } from '../../../shared/domain/inbound/message.ts';
import type { PageWish } from '../../../shared/domain/inbound/page-wish.ts';
import { inboundTextOf } from '../../../shared/domain/inbound/sms.ts';
import { actOnDossier } from '../../../shared/flows/dossier/act-on-dossier.ts';
import { heedWish } from '../../../shared/flows/lookup/heed-wish.ts';
import { rateBySms } from '../../../shared/flows/lookup/rate.ts';
import { answerAsked, answerInbound } from '../../../shared/flows/notification/answer-inbound.ts';

/** What is done with what citizens write to us or ask for on their page, opened once. */
export const openInboundPorts = async () => {
  const env = readEnv({ SMS_QUEUE_URL: given });
  const { dynamodb, tableName, vault } = await openStores();
  const dossiers = dynamoDossiers(dynamodb, tableName, vault);
  const hash = (text: string): string => vault.hash(text);
  const ports = {
    ...dynamoChoices(dynamodb, tableName, now, { most: platformMost() }),
    inboxes: dynamoInboxes(dynamodb, tableName),
    conversations: dynamoConversations(dynamodb, tableName, vault),
    dossiers,
    consents: dynamoConsents(dynamodb, tableName, vault),
    phones: dynamoPhoneCards(dynamodb, tableName, vault),
    budgets: dynamoBudgets(dynamodb, tableName),
    notifications: dynamoNotifications(dynamodb, tableName, vault),
    doorbell: sqsDoorbell(new SQSClient(), env.SMS_QUEUE_URL),
    rate: rateBySms({ dossiers, ratings: dynamoRatings(dynamodb, tableName, vault), clock: now }),
    clock: now,
  };
  const answer = answerInbound(ports);
  const heed = heedWish({
    ...ports,
    answerAsked: answerAsked(ports),
    // Kept here, decided by whoever reads the stream.
    actOnDossier: actOnDossier({
      ...ports,
      events: dynamoStatusEvents(dynamodb, tableName, vault),
      decide: async () => undefined,
      hash,
    }),
  });
  return async (message: InboundMessage | PageWish) =>
    'page' in message ? heed(message) : answer(inboundTextOf(message, hash));
};
