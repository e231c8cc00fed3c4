import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Client, Clients } from '../../../domain/office/client.ts';
import { putAsRead } from '../conditional.ts';
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

  save: async (changed, before) =>
    putAsRead(client, tableName, {
      item: { ...clientKey(changed.clientId), kind: 'client', client: changed },
      condition: before === undefined ? 'attribute_not_exists(#pk)' : '#client = :before',
      values: { before },
      value: changed,
      read: clientIn,
    }),
});
