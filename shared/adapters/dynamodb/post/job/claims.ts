import { randomUUID } from 'node:crypto';
import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { canonical } from '../../../../domain/values/writing/canonical.ts';
import type { ClaimRequest } from '../../../../domain/post/job/lease.ts';
import { conditionally } from '../../conditional.ts';
import { jobExpiresAt } from '../expiry.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, toItem } from '../../item.ts';
import type { Key } from '../../keys.ts';
import { dispatchIndex } from '../../table.ts';
import { claimKey, jobIdIn, offerPartition } from '../keys.ts';
import type { Candidate, JobClaim, DispatchJobs } from '../../../../domain/post/job/dispatch-jobs.ts';

const priorities = Array.from({ length: 10 }, (_, priority) => priority);

/** Sorts after every job that is visible at an instant, whatever its id. */
const afterAll = '\u{10FFFF}';

type Offer = Key & Candidate;

/** What the partner sees of its offers: an eventually consistent read, since the step on the job itself decides. */
export const readOffers =
  (client: DynamoDBClient, tableName: string): DispatchJobs['claimable'] =>
  async (partner, now, limit, filter) => {
    const found: Candidate[] = [];
    for (const priority of priorities) {
      let start: QueryCommandOutput['LastEvaluatedKey'];
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: dispatchIndex.name,
            Limit: limit,
            ExclusiveStartKey: start,
            ...asked(offerPartition(partner, priority), `${now}#${afterAll}`, filter),
          }),
        );
        const offers = (page.Items ?? []).map((item) => fromItem(item) as Offer);
        found.push(
          ...offers.map((offer) => ({
            jobId: jobIdIn(offer),
            attempt: offer.attempt,
            maxAttempts: offer.maxAttempts,
          })),
        );
        start = page.LastEvaluatedKey;
      } while (start && found.length < limit);
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  };

const asked = (partition: string, upTo: string, filter: ClaimRequest['filter']) => {
  const wanted = [
    ['provinceCode', filter.provinceCodes],
    ['communeCode', filter.communeCodes],
    ['ward', filter.wards],
  ] as const;
  const values: Record<string, unknown> = { partition, upTo };
  const tests = wanted.flatMap(([name, list]) => {
    if (!list?.length) return [];
    list.forEach((value, index) => (values[`${name}${index}`] = value));
    return [`#${name} IN (${list.map((_, index) => `:${name}${index}`).join(', ')})`];
  });
  const key = `#${dispatchIndex.partitionKey} = :partition AND #${dispatchIndex.sortKey} <= :upTo`;
  return expressions(
    { KeyConditionExpression: key, ...(tests.length > 0 && { FilterExpression: tests.join(' AND ') }) },
    values,
  );
};

/** Claims in the table for a day, each under its partner and id. */
export const dynamoClaims = (
  client: DynamoDBClient,
  tableName: string,
): Pick<DispatchJobs, 'openClaim' | 'findClaim'> => ({
  openClaim: async (partner, claim) => {
    const writtenBy = randomUUID();
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            ...claimKey(partner, claim.request.claimId),
            kind: 'claim',
            claim,
            writtenBy,
            expiresAt: jobExpiresAt('claim', claim.at),
          }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    if ('done' in put) return { is: 'opened' };
    const earlier = fromItem(put.by ?? {}) as { claim: JobClaim; writtenBy: string };
    if (earlier.writtenBy === writtenBy) return { is: 'opened' };
    const same = canonical(earlier.claim.request) === canonical(claim.request);
    return same ? { is: 'repeated', claim: earlier.claim } : { is: 'reused' };
  },

  findClaim: async (partner, claimId) => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tableName,
        Key: toItem(claimKey(partner, claimId)),
        ConsistentRead: true,
      }),
    );
    return Item && (fromItem(Item) as { claim: JobClaim }).claim;
  },
});
