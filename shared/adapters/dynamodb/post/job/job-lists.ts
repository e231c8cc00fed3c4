import { type DynamoDBClient, paginateQuery, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../../../domain/values/instant.ts';
import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import type { JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import type { TrackingRecord } from '../../../../domain/post/tracking/tracking-record.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, toItem } from '../../item.ts';
import type { Key } from '../../keys.ts';
import { readAll } from '../../read-all.ts';
import { dispatchIndex, lookupIndex, offersBy } from '../../table.ts';
import { jobIn } from './job-item.ts';
import { priorities } from './offers.ts';
import { scanIn } from './scans.ts';
import { timedIn } from './timed-jobs.ts';
import { heldLookup, jobIdIn, placeOffers, quarantinePartition, statePlace, jobsOfWard } from '../keys.ts';
import type { DispatchJobs } from '../../../../domain/post/job/dispatch-jobs.ts';
import type { JobLists } from '../../../../domain/post/job/job-lists.ts';

const pageSize = 100;

/** Where a page ended: the state it was in and the index's own key. */
type Cursor = { state: JobState; key?: Record<string, string> };

const cursorOf = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

const readCursor = (text: string): Cursor | undefined => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Cursor;
  } catch {
    return undefined;
  }
};

/** Since when at most: all jobs in the state, or only those that entered it by then. */
const listOf =
  (
    client: DynamoDBClient,
    tableName: string,
    vault: Vault,
    index: typeof lookupIndex | typeof dispatchIndex,
  ) =>
  async (partition: string, states: readonly JobState[], limit: number, by?: Instant, after?: Cursor) => {
    const keys: Key[] = [];
    let cursor: Cursor | undefined;
    for (const state of states.slice(after ? Math.max(states.indexOf(after.state), 0) : 0)) {
      if (keys.length >= limit) {
        cursor = { state };
        break;
      }
      const start = after?.state === state ? after.key : undefined;
      const page = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: index.name,
          Limit: limit - keys.length,
          ...(start && { ExclusiveStartKey: toItem(start) }),
          ...expressions(
            {
              KeyConditionExpression: `#${index.partitionKey} = :partition AND #${index.sortKey} BETWEEN :from AND :to`,
            },
            {
              partition,
              from: statePlace(state, '' as Instant),
              to: statePlace(state, by ?? ('\u{10FFFF}' as Instant)),
            },
          ),
        }),
      );
      keys.push(...(page.Items ?? []).map((item) => fromItem(item) as Key));
      if (!page.LastEvaluatedKey) continue;
      cursor = { state, key: fromItem(page.LastEvaluatedKey) as Record<string, string> };
      break;
    }
    const jobs = (await readAll(client, tableName, keys)).map((item) => jobIn(item, vault));
    const order = new Map(keys.map((key, at) => [jobIdIn(key), at]));
    const items = jobs
      .filter(({ state }) => states.includes(state))
      .toSorted((a, b) => order.get(a.jobId)! - order.get(b.jobId)!);
    return { items, ...(cursor && { cursor: cursorOf(cursor) }) };
  };

/** The jobs of a partner in these states; the index may lag, the jobs are read as they are now. */
export const readJobList = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): DispatchJobs['heldBy'] => {
  const list = listOf(client, tableName, vault, lookupIndex);
  return async (partner, states, cursor) => {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const page = await list(heldLookup(partner), states, pageSize, undefined, after);
    return { ...page, items: page.items.filter((job) => job.partner === partner) };
  };
};

/** For the ward and for the clock: jobs by ward, and jobs of a partner that have been in a state since an instant. */
export const dynamoJobLists = (client: DynamoDBClient, tableName: string, vault: Vault): JobLists => {
  const ofPartner = listOf(client, tableName, vault, lookupIndex);
  const ofWard = listOf(client, tableName, vault, dispatchIndex);
  return {
    ofWard: async (ward: string, states: readonly JobState[], cursor?: string) => {
      const after = cursor === undefined ? undefined : readCursor(cursor);
      return ofWard(jobsOfWard(ward), states, pageSize, undefined, after);
    },
    waiting: async (
      partner: string,
      state: JobState,
      since: Instant,
      limit: number,
    ): Promise<DispatchJob[]> => (await ofPartner(heldLookup(partner), [state], limit, since)).items,
    everywhere: (state: JobState, since: Instant) => timedIn(client, tableName, vault, state, since),
    quarantined: async (ward: string): Promise<TrackingRecord[]> => {
      const found = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: dispatchIndex.name,
          Limit: pageSize,
          ...expressions(
            { KeyConditionExpression: '#dispatchPk = :partition' },
            { partition: quarantinePartition(ward) },
          ),
        }),
      );
      const keys = (found.Items ?? []).map((item) => fromItem(item) as Key);
      const records = (await readAll(client, tableName, keys)).map((item) => scanIn(item, vault));
      return records.toSorted((a, b) => (a.reportedAt < b.reportedAt ? -1 : 1));
    },
    waitingIn: async (
      ward: string,
      partners: readonly string[],
      state: JobState,
      since: Instant,
      limit: number,
    ): Promise<DispatchJob[]> => {
      if (state !== 'ready' && state !== 'leased')
        return (await ofWard(jobsOfWard(ward), [state], limit, since)).items;
      const keys = await Promise.all(
        partners.map((partner) => offeredIn(client, tableName, { ward, partner, state, since })),
      );
      const jobs = await readAll(client, tableName, keys.flat().slice(0, limit));
      return jobs.map((item) => jobIn(item, vault)).filter((job) => job.state === state);
    },
  };
};

/** Keys of a ward's jobs that are on offer to a partner, from the list of its offers, the longest waiting first. */
const offeredIn = async (
  client: DynamoDBClient,
  tableName: string,
  { ward, partner, state, since }: { ward: string; partner: string; state: JobState; since: Instant },
): Promise<Key[]> => {
  const { name, partitionKey } = offersBy.ward;
  const found = await Promise.all(
    priorities.map(async (priority) => {
      const query = {
        TableName: tableName,
        IndexName: name,
        ...expressions(
          {
            KeyConditionExpression: `#${partitionKey} = :partition`,
            FilterExpression: '#lookupSk BETWEEN :from AND :to',
          },
          {
            partition: placeOffers(partner, priority, ward),
            from: statePlace(state, '' as Instant),
            to: statePlace(state, since),
          },
        ),
      };
      const offers: (Key & { lookupSk: string })[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, query))
        offers.push(...Items.map((item) => fromItem(item) as Key & { lookupSk: string }));
      return offers;
    }),
  );
  return found.flat().toSorted((a, b) => (a.lookupSk < b.lookupSk ? -1 : 1));
};
