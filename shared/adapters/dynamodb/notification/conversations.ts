import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Answered } from '../../../domain/inbound/answer.ts';
import { inboundPrivacy } from '../../../domain/inbound/sms.ts';
import { divide } from '../../../domain/values/privacy.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { consentUpdate } from '../office/consent-item.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { conversationKey, inboundKey } from '../keys.ts';
import { notificationItem } from './notification-item.ts';
import { putPhoneCard } from './phone-cards.ts';
import { readAll } from '../read-all.ts';
import type { Conversations, Exchange } from '../../../domain/inbound/conversations.ts';

const writesOf = (exchange: Exchange, tableName: string, vault: Vault): TransactWriteItem[] => {
  const { inbound, ward, phone, before, answered, notification, call, choice, card } = exchange;
  const { receivedAt } = inbound;
  const put = (item: Record<string, unknown>, condition: string, values = {}): TransactWriteItem => ({
    Put: {
      TableName: tableName,
      Item: toItem(item),
      ...expressions({ ConditionExpression: condition }, values),
    },
  });
  // What the citizen wrote is not kept: only that it came, and what we owe them for it.
  const message = { ...divide(inbound, inboundPrivacy).open, ward, answer: notification?.id };
  return [
    put(
      { ...inboundKey(inbound), kind: 'inbound', ...message, expiresAt: expiresAt('inbound', receivedAt) },
      'attribute_not_exists(#pk)',
    ),
    put(
      {
        ...conversationKey(vault.hash(phone)),
        kind: 'conversation',
        answered,
        version: before + 1,
        expiresAt: expiresAt('conversation', answered.at(-1)?.at ?? receivedAt),
      },
      before === 0 ? 'attribute_not_exists(#pk)' : '#version = :before',
      { before },
    ),
    ...[notification, call].flatMap((owed) =>
      owed === undefined
        ? []
        : {
            Put: {
              TableName: tableName,
              Item: notificationItem(owed, vault),
              ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
            },
          },
    ),
    ...(card ? [putPhoneCard(tableName, card, receivedAt, vault)] : []),
    ...(choice ? [{ Update: consentUpdate(tableName, { ward, phone }, choice, vault) }] : []),
  ];
};

/** Conversations in the table, under the hash of the phone: when it was answered, and nothing of what was said. */
export const dynamoConversations = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): Conversations => ({
  with: async (phone) => {
    const [item] = await readAll(client, tableName, [conversationKey(vault.hash(phone))]);
    if (item === undefined) return { answered: [], version: 0 };
    const { answered, version } = fromItem(item) as { answered: Answered[]; version: number };
    return { answered, version };
  },

  commit: async (exchange) => {
    const TransactItems = writesOf(exchange, tableName, vault);
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return 'committed';
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const [message, conversation] = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      if (message === 'ConditionalCheckFailed') return 'duplicate';
      const raced = error.CancellationReasons?.some(({ Code }) => Code === 'TransactionConflict') === true;
      if (conversation === 'ConditionalCheckFailed' || raced) return 'conflict';
      const card = TransactItems.findIndex(({ Put }) => Put?.Item?.['kind']?.S === 'phone-card');
      if (error.CancellationReasons?.[card]?.Code === 'ConditionalCheckFailed') return 'counted-meanwhile';
      throw error;
    }
  },
});
