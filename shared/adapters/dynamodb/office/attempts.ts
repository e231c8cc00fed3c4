import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Attempt } from '../../../domain/notification/notification.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { attemptKey } from '../keys.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';

/**
 * Notes whose attempt this was. Only doubtful ones are noted, so that the usual message costs no write more; a death
 * right before this note leaves the doubt to a person.
 */
export const rememberAttempt = async (
  client: DynamoDBClient,
  tableName: string,
  { id, at }: Attempt,
  notification: NotificationId,
): Promise<void> => {
  const item = { ...attemptKey(id), kind: 'attempt', notification, expiresAt: expiresAt('attempt', at) };
  await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(item) }));
};

/** The notification whose doubtful attempt this was. */
export const notificationOfAttempt = async (
  client: DynamoDBClient,
  tableName: string,
  attempt: string,
): Promise<NotificationId | undefined> => {
  const { Items: [found] = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      ConsistentRead: true,
      ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: attemptKey(attempt).pk }),
    }),
  );
  return found && (fromItem(found) as { notification: NotificationId }).notification;
};
