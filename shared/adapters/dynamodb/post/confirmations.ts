import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Confirmation } from '../../../domain/post/confirm-cash.ts';
import type { Confirmations } from '../../../domain/post/ports.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { expiresAt } from './expiry.ts';
import { confirmationKey } from './keys.ts';

const confirmationIn = (item: Item) => (fromItem(item) as { confirmation: Confirmation }).confirmation;

/** Who confirmed which money, and when, in the table: once for the ward and its id. */
export const dynamoConfirmations = (client: DynamoDBClient, tableName: string): Confirmations => ({
  find: async (ward, confirmationId) => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tableName,
        Key: toItem(confirmationKey(ward, confirmationId)),
        ConsistentRead: true,
      }),
    );
    return Item && confirmationIn(Item);
  },
  open: async (confirmation) => {
    const { ward, request, at } = confirmation;
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            ...confirmationKey(ward, request.confirmationId),
            kind: 'confirmation',
            confirmation,
            expiresAt: expiresAt('paperwork', at),
          }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    if ('done' in put) return { is: 'opened' };
    return { is: 'existing', confirmation: confirmationIn(put.by ?? {}) };
  },
});
