import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Client, type Clients, tenantName } from '../../../domain/office/client.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import { putAsRead } from '../conditional.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { clientKey, clientsLookup, clientUseKey } from '../keys.ts';
import { lookUp } from '../lookup.ts';
import { readAll } from '../read-all.ts';
import { lookupIndex } from '../table.ts';

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
      item: {
        ...clientKey(changed.clientId),
        kind: 'client',
        [lookupIndex.partitionKey]: clientsLookup(tenantName(changed.tenant)),
        [lookupIndex.sortKey]: changed.clientId,
        client: changed,
      },
      condition: before === undefined ? 'attribute_not_exists(#pk)' : '#client = :before',
      values: { before },
      value: changed,
      read: clientIn,
    }),

  of: async (tenant) => {
    const keys = await lookUp(client, tableName, clientsLookup(tenantName(tenant)));
    return (await readAll(client, tableName, keys)).map(clientIn);
  },

  used: async (clientId, at) => {
    await client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: toItem({ ...clientUseKey(clientId), kind: 'client-use', clientId, at }),
      }),
    );
  },

  lastUsed: async (ids) => {
    const found = (await readAll(client, tableName, ids.map(clientUseKey))).map(
      (item) => fromItem(item) as { clientId: string; at: Instant },
    );
    return new Map(found.map(({ clientId, at }) => [clientId, at]));
  },
});
