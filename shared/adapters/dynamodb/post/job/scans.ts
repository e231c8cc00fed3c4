import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, paginateQuery, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { takeStep } from '../../../../domain/post/job/job-step.ts';
import {
  type TrackingRecord,
  trackingRecordPrivacy,
} from '../../../../domain/post/tracking/tracking-record.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { conditionally } from '../../conditional.ts';
import { jobExpiresAt } from '../expiry.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, type Item, toItem } from '../../item.ts';
import { placeOf } from '../../keys.ts';
import { openEach, sealEach } from '../../personal.ts';
import { readAll } from '../../read-all.ts';
import { booksWrites } from '../cash-books.ts';
import { jobIn } from './job-item.ts';
import { updateOf } from './job-update.ts';
import { jobKey, quarantinePartition, scanKey, wardIn } from '../keys.ts';
import { transact } from '../../transact.ts';
import { isMine } from './step-job.ts';
import type { DispatchJobs } from '../../../../domain/post/job/dispatch-jobs.ts';

type Name = Pick<TrackingRecord, 'jobId' | 'identity'>;

/** Fields of a scan as its item holds them. */
export const sealedForScan = ({ jobId, identity }: Name, fields: Partial<TrackingRecord>, vault: Vault) =>
  sealEach(fields, trackingRecordPrivacy, vault, placeOf(scanKey(jobId, identity)));

const scanItem = (record: TrackingRecord, vault: Vault): Item =>
  toItem({
    ...scanKey(record.jobId, record.identity),
    kind: 'scan',
    record: sealedForScan(record, record, vault),
    ...(record.outcome === 'QUARANTINED' && {
      dispatchPk: quarantinePartition(wardIn(record.jobId)),
      dispatchSk: `${record.reportedAt}#${record.jobId}`,
    }),
    expiresAt: jobExpiresAt('dispatch', record.reportedAt),
  });

export const scanIn = (item: Item, vault: Vault): TrackingRecord => {
  const { record } = fromItem(item) as { record: Name };
  const place = placeOf(scanKey(record.jobId, record.identity));
  return openEach(record, trackingRecordPrivacy, vault, place) as TrackingRecord;
};

/**
 * Scans in the table, beside their job. A scan and its effect are one transaction on the revision that it was judged on;
 * both are read first, in one call, so that a repeat costs no write.
 */
export const dynamoScans = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): Pick<DispatchJobs, 'record' | 'settleScan' | 'events'> => ({
  record: async (scope, record, step) => {
    for (;;) {
      const keys = [jobKey(record.jobId), scanKey(record.jobId, record.identity)];
      const found = await readAll(client, tableName, keys);
      const known = found.find((item) => item['kind']?.S === 'scan');
      if (known) return { is: 'duplicate', record: scanIn(known, vault) };
      const job = found.find((item) => item['kind']?.S !== 'scan');
      const before = job && jobIn(job, vault);
      const taken = before && isMine(scope, before) ? takeStep(before, step) : undefined;
      if (!before || taken?.is !== 'moved') return { is: 'changed' };
      const onlyIf = { ...step.onlyIf, revision: before.revision };
      const writtenBy = randomUUID();
      const update = updateOf(scope, record.jobId, { ...step, onlyIf }, { vault, writtenBy });
      const why = await transact(client, [
        {
          Put: {
            TableName: tableName,
            Item: scanItem(record, vault),
            ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
          },
        },
        { Update: { TableName: tableName, ...update } },
        ...booksWrites(tableName, before, taken.job),
      ]);
      if (why === undefined) return { is: 'recorded', before, job: taken.job };
      if (!why.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict'))
        throw new Error(`${record.jobId}: a scan was cancelled: ${why.join(', ')}`);
    }
  },

  settleScan: async (scope, jobId, identity, settled) => {
    if ('ward' in scope && scope.ward !== wardIn(jobId)) return;
    await conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: toItem(scanKey(jobId, identity)),
          ...expressions(
            {
              UpdateExpression: 'SET #record.#settled = :settled REMOVE #dispatchPk, #dispatchSk',
              ConditionExpression: 'attribute_exists(#pk) AND attribute_not_exists(#record.#settled)',
            },
            sealedForScan({ jobId, identity }, { settled }, vault),
          ),
        }),
      ),
    );
  },

  events: async (scope, jobId) => {
    const { pk } = jobKey(jobId);
    const query = {
      TableName: tableName,
      ConsistentRead: true,
      ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk }),
    };
    const items: Item[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, query)) items.push(...Items);
    const job = items.find((item) => item['kind']?.S !== 'scan');
    if (!job || !isMine(scope, jobIn(job, vault))) return [];
    return items
      .filter((item) => item['kind']?.S === 'scan')
      .map((item) => scanIn(item, vault))
      .toSorted((a, b) => (a.event.occurredAt < b.event.occurredAt ? -1 : 1));
  },
});
