import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/values/instant.ts';
import { expressions } from './expressions.ts';
import { fromItem } from './item.ts';
import { duePartitions, type Key, type Waiting } from './keys.ts';
import { dueIndex } from './table.ts';

/** The keys of what has been waiting for the clock at `now`, the longest waiting first, at most `limit` of them. */
export const waitingAt = async (
  client: DynamoDBClient,
  tableName: string,
  waiting: Waiting,
  now: Instant,
  limit: number,
): Promise<(Key & { dueSk: Instant })[]> => {
  const shards = await Promise.all(
    duePartitions(waiting).map((partition) => dueIn(client, tableName, partition, now, limit)),
  );
  return shards
    .flat()
    .toSorted((a, b) => (a.dueSk < b.dueSk ? -1 : 1))
    .slice(0, limit);
};

/** The keys in one partition of the index that are due at `now`, the oldest first. */
export const dueIn = async (
  client: DynamoDBClient,
  tableName: string,
  partition: string,
  now: Instant,
  limit: number,
): Promise<(Key & { dueSk: Instant })[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: dueIndex.name,
      Limit: limit,
      ...expressions(
        { KeyConditionExpression: `#${dueIndex.partitionKey} = :partition AND #${dueIndex.sortKey} <= :now` },
        { partition, now },
      ),
    }),
  );
  return Items.map((item) => fromItem(item) as Key & { dueSk: Instant });
};
