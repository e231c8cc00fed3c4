import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../../../domain/values/instant.ts';
import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import type { JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, type Item } from '../../item.ts';
import type { Key } from '../../keys.ts';
import { readAll } from '../../read-all.ts';
import { timersIndex } from '../../table.ts';
import { statePlace, timersPartitions } from '../keys.ts';
import { jobIn } from './job-item.ts';

const pageSize = 100;

/**
 * Jobs of all wards and partners that entered this state by then. A page is what one answer of each partition holds; an index
 * may lag, the jobs are read as they are now.
 */
export const timedIn = async function* (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
  state: JobState,
  since: Instant,
): AsyncGenerator<DispatchJob[]> {
  let open: { partition: string; after?: Item }[] = timersPartitions.map((partition) => ({ partition }));
  while (open.length > 0) {
    const pages = await Promise.all(
      open.map(async ({ partition, after }) => {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: timersIndex.name,
            Limit: pageSize,
            ...(after && { ExclusiveStartKey: after }),
            ...expressions(
              { KeyConditionExpression: '#timedIn = :partition AND #lookupSk BETWEEN :from AND :to' },
              { partition, from: statePlace(state, '' as Instant), to: statePlace(state, since) },
            ),
          }),
        );
        const keys = Items.map((item) => fromItem(item) as Key);
        return { keys, next: LastEvaluatedKey && [{ partition, after: LastEvaluatedKey }] };
      }),
    );
    const keys = pages.flatMap((page) => page.keys);
    const jobs = (await readAll(client, tableName, keys)).map((item) => jobIn(item, vault));
    if (jobs.length > 0) yield jobs.filter((job) => job.state === state);
    open = pages.flatMap(({ next }) => next ?? []);
  }
};
