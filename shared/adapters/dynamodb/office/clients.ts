import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { canonical } from '../../../domain/values/writing/canonical.ts';
import type { Client, Clients } from '../../../domain/office/client.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { clientKey } from '../keys.ts';

const clientIn = (item: Item): Client => (fromItem(item) as { client: Client }).client;

/** Clients in the table. They have no expiry: a ward that is quiet for a year still has to get in. */
export const dynamoClients = (client: DynamoDBClient, tableName: string): Clients => ({
  find: async (clientId) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: toItem(clientKey(clientId)), ConsistentRead: true }),
    );
    return Item && clientIn(Item);
  },

  save: async (changed, before) => {
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({ ...clientKey(changed.clientId), kind: 'client', client: changed }),
          ...expressions(
            { ConditionExpression: before === undefined ? 'attribute_not_exists(#pk)' : '#client = :before' },
            { before },
          ),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    if ('done' in put) return 'saved';
    // Our own write whose answer was lost, met by its repeat.
    const isOurs = put.by !== undefined && canonical(clientIn(put.by)) === canonical(changed);
    return isOurs ? 'saved' : 'conflict';
  },
});
