import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { conditionally } from '../../conditional.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, toItem } from '../../item.ts';
import { bookmarkKey } from '../keys.ts';
import type { Bookmark, Bookmarks } from '../../../../domain/post/carrier-orders/bookmarks.ts';

/** Bookmarks in the table. They are about no citizen and do not expire: without one, a feed would be read anew. */
export const dynamoBookmarks = (client: DynamoDBClient, tableName: string): Bookmarks => ({
  find: async (partner, name) => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tableName,
        Key: toItem(bookmarkKey(partner, name)),
        ConsistentRead: true,
      }),
    );
    return Item && (fromItem(Item) as { bookmark: Bookmark }).bookmark;
  },

  move: async (partner, name, before, to) => {
    const bookmark: Bookmark = { ...to, version: (before?.version ?? 0) + 1 };
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({ ...bookmarkKey(partner, name), kind: 'bookmark', bookmark }),
          ...expressions(
            {
              ConditionExpression:
                before === undefined ? 'attribute_not_exists(#pk)' : '#bookmark.#version = :before',
            },
            { before: before?.version },
          ),
        }),
      ),
    );
    return 'done' in put ? 'moved' : 'conflict';
  },
});
