import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expressions } from '../expressions.ts';
import { fromItem, type Item } from '../item.ts';
import type { Key } from '../keys.ts';

/** How much of an office's story is shown at once. */
const aPage = 50;

/** A page of what lies in a partition in the order of time, newest first; `cursor` is where the next one begins. */
export const newestPage = async (
  client: DynamoDBClient,
  tableName: string,
  { pk, before }: { pk: string; before: string | undefined },
): Promise<{ items: Item[]; cursor?: string }> => {
  const older = before === undefined ? '' : ' AND #sk < :before';
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: tableName,
      ScanIndexForward: false,
      Limit: aPage,
      ...expressions({ KeyConditionExpression: `#pk = :pk${older}` }, { pk, before }),
    }),
  );
  const last = LastEvaluatedKey && (fromItem(LastEvaluatedKey) as Key).sk;
  return { items: Items, ...(last !== undefined && { cursor: last }) };
};
