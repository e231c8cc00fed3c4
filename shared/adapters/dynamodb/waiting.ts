import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/values/instant.ts';
import { expressions } from './expressions.ts';
import { fromItem, type Item } from './item.ts';
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

/** Where each partition of the index is read on; one that is not named is through. */
export type WaitingPlace = Record<string, Item>;

/** A page of what has been waiting for the clock at `now`: as much of each partition as one answer holds. */
export const waitingPage = async (
  client: DynamoDBClient,
  tableName: string,
  waiting: Waiting,
  now: Instant,
  place?: WaitingPlace,
): Promise<{ keys: (Key & { dueSk: Instant })[]; next?: WaitingPlace }> => {
  const pages = await Promise.all(
    duePartitions(waiting)
      .filter((partition) => place === undefined || Object.hasOwn(place, partition))
      .map(async (partition) => {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: dueIndex.name,
            ...(place && { ExclusiveStartKey: place[partition] }),
            ...dueBy(partition, now),
          }),
        );
        return {
          partition,
          keys: Items.map((item) => fromItem(item) as Key & { dueSk: Instant }),
          LastEvaluatedKey,
        };
      }),
  );
  const next = pages.flatMap(({ partition, LastEvaluatedKey: at }) => (at ? [[partition, at] as const] : []));
  return {
    keys: pages.flatMap(({ keys }) => keys).toSorted((a, b) => (a.dueSk < b.dueSk ? -1 : 1)),
    ...(next.length > 0 && { next: Object.fromEntries(next) }),
  };
};

const dueBy = (partition: string, now: Instant) =>
  expressions(
    { KeyConditionExpression: `#${dueIndex.partitionKey} = :partition AND #${dueIndex.sortKey} <= :now` },
    { partition, now },
  );

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
      ...dueBy(partition, now),
    }),
  );
  return Items.map((item) => fromItem(item) as Key & { dueSk: Instant });
};
