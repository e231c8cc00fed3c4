import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { notificationItem } from './notification-item.ts';
import { putPhoneCard } from './phone-cards.ts';
import { transactCounted } from '../transact.ts';
import type { Notifications } from '../../../domain/notification/notifications.ts';

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
    const written = await transactCounted(client, { Put }, count);
    return ({ done: 'owed', refused: 'existing', conflict: 'conflict' } as const)[written];
  };
