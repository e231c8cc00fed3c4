import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Notifications } from '../../domain/ports.ts';
import type { Vault } from '../../domain/vault.ts';
import { conditionally } from './conditional.ts';
import { expressions } from './expressions.ts';
import { notificationItem } from './notification-item.ts';
import { putPhoneCard } from './phone-cards.ts';
import { together } from './together.ts';

/** Puts a notification once for its id; with the phone card that counts it, both or neither. */
export const oweNotification =
  (client: DynamoDBClient, tableName: string, vault: Vault): Notifications['owe'] =>
  async (notification, card) => {
    const Put = {
      TableName: tableName,
      Item: notificationItem(notification, vault),
      ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
    };
    if (card === undefined)
      return 'done' in (await conditionally(client.send(new PutItemCommand(Put)))) ? 'owed' : 'existing';
    const count = putPhoneCard(tableName, card, notification.createdAt, vault);
    const why = await together(client, [{ Put }, count]);
    if (why === undefined) return 'owed';
    if (why[0] === 'ConditionalCheckFailed') return 'existing';
    if (why[1] === 'ConditionalCheckFailed' || why.includes('TransactionConflict')) return 'conflict';
    throw new Error(`${notification.id}: owing it was cancelled: ${why.join(', ')}`);
  };
