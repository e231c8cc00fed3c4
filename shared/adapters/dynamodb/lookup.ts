import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { expressions } from './expressions.ts';
import { fromItem } from './item.ts';
import type { Key } from './keys.ts';
import { lookupIndex } from './table.ts';

/**
 * The keys that the look-up index has under this name, newest first, and only those in the span where one is given.
 * The index follows the table by a moment, so what is decided on is read, or conditioned, on the table itself.
 */
export const lookUp = async (
  client: DynamoDBClient,
  tableName: string,
  name: string,
  span?: { from: string; until: string },
): Promise<Key[]> => {
  const within = span === undefined ? '' : ` AND #${lookupIndex.sortKey} BETWEEN :from AND :until`;
  const keys: Key[] = [];
  const pages = paginateQuery(
    { client },
    {
      TableName: tableName,
      IndexName: lookupIndex.name,
      ScanIndexForward: false,
      ...expressions(
        { KeyConditionExpression: `#${lookupIndex.partitionKey} = :name${within}` },
        { name, ...span },
      ),
    },
  );
  for await (const { Items = [] } of pages) keys.push(...Items.map((item) => fromItem(item) as Key));
  return keys;
};
