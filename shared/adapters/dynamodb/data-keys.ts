import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { conditionally } from './conditional.ts';
import { expressions } from './expressions.ts';
import { fromItem, toItem } from './item.ts';
import { dataKeysPartition } from './table.ts';

type WrappedKey = { id: string; wrapped: Uint8Array; sealsFrom?: string | undefined };

/**
 * The wrapped data keys in the table, where backups and restores keep them beside what they open. They never expire:
 * what they sealed could not be read again.
 */
export const dynamoDataKeys = (client: DynamoDBClient, tableName: string) => ({
  /** All of them, oldest first. */
  all: async (): Promise<WrappedKey[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        ConsistentRead: true,
        ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: dataKeysPartition }),
      }),
    );
    return Items.map((item) => fromItem(item) as WrappedKey).toSorted((a, b) => Number(a.id) - Number(b.id));
  },

  /** Keeps a key, unless there is one of this id. */
  add: async ({ id, wrapped, sealsFrom }: WrappedKey): Promise<void> => {
    await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            pk: dataKeysPartition,
            sk: id,
            kind: 'data-key',
            id,
            wrapped,
            ...(sealsFrom !== undefined && { sealsFrom }),
          }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
        }),
      ),
    );
  },
});
