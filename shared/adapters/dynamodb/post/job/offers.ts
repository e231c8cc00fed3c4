import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { ClaimRequest } from '../../../../domain/post/job/lease.ts';
import type { Candidate, DispatchJobs } from '../../../../domain/post/job/dispatch-jobs.ts';
import type { Instant } from '../../../../domain/values/instant.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, type Item } from '../../item.ts';
import type { Key } from '../../keys.ts';
import { dispatchIndex, offersBy, type TableIndex } from '../../table.ts';
import { jobIdIn, offerPartition, placeOffers } from '../keys.ts';

export const priorities = Array.from({ length: 10 }, (_, priority) => priority);

/** Sorts after every job that is visible at an instant, whatever its id. */
const afterAll = '\u{10FFFF}';

type Filter = ClaimRequest['filter'];
type Offer = Candidate & { place: string };
type Place = { index: TableIndex; partition: string };

/**
 * What the partner sees of its offers: an eventually consistent read, since the step on the job itself decides. One that
 * asks for places is read from their lists, so that it costs what waits there, whatever waits elsewhere.
 */
export const readOffers =
  (client: DynamoDBClient, tableName: string): DispatchJobs['claimable'] =>
  async (partner, now, limit, filter) => {
    const read = readerOf(client, tableName, now, filter);
    const narrow = narrowest(filter);
    const used = narrow ? await inUse(read, partner) : priorities;
    const found: Offer[] = [];
    for (const priority of used) {
      const places: Place[] = narrow
        ? narrow.codes.map((code) => ({
            index: narrow.index,
            partition: placeOffers(partner, priority, code),
          }))
        : [{ index: dispatchIndex, partition: offerPartition(partner, priority) }];
      found.push(...(await oldestIn(read, places, limit - found.length)));
      if (found.length >= limit) break;
    }
    return found.map(({ jobId, attempt, maxAttempts }) => ({ jobId, attempt, maxAttempts }));
  };

/** The lists that hold all that is asked for and the least beside it; a province is the widest of places. */
const narrowest = ({ wards = [], communeCodes = [], provinceCodes = [] }: Filter) => {
  const [first] = [
    { index: offersBy.ward, codes: [...new Set(wards)] },
    { index: offersBy.commune, codes: [...new Set(communeCodes)] },
  ]
    .filter(({ codes }) => codes.length > 0)
    .toSorted((a, b) => a.codes.length - b.codes.length);
  if (first) return first;
  return provinceCodes.length > 0
    ? { index: offersBy.province, codes: [...new Set(provinceCodes)] }
    : undefined;
};

type Read = (
  place: Place,
  limit: number,
  after?: Item,
  filtered?: 'filtered' | 'all',
) => Promise<{ offers: Offer[]; next?: Item }>;

/** The priorities at which anything waits for the partner; hardly ever more than two. */
const inUse = async (read: Read, partner: string): Promise<number[]> => {
  const any = await Promise.all(
    priorities.map((priority) =>
      read({ index: dispatchIndex, partition: offerPartition(partner, priority) }, 1, undefined, 'all'),
    ),
  );
  return priorities.filter((priority) => any[priority]!.offers.length > 0);
};

/** The oldest offers of several lists, as if they were one: each is read only as far as the others make it needed. */
const oldestIn = async (read: Read, places: readonly Place[], limit: number): Promise<Offer[]> => {
  const lists = places.map((place) => ({
    place,
    offers: [] as Offer[],
    next: undefined as Item | undefined,
  }));
  const share = Math.max(Math.ceil(limit / lists.length), Math.min(limit, leastAtOnce));
  let behind = lists;
  let oldest: Offer[] = [];
  while (behind.length > 0) {
    await Promise.all(
      behind.map(async (list) => {
        const { offers, next } = await read(list.place, share, list.next);
        list.offers.push(...offers);
        list.next = next;
      }),
    );
    oldest = lists
      .flatMap(({ offers }) => offers)
      .toSorted((a, b) => (a.place < b.place ? -1 : 1))
      .slice(0, limit);
    const last = oldest.length < limit ? afterAll : oldest.at(-1)!.place;
    behind = lists.filter(({ place, next }) => next && placeIn(place.index, fromItem(next)) < last);
  }
  return oldest;
};

/** Fewer are not worth a call. */
const leastAtOnce = 10;

const placeIn = ({ sortKey }: TableIndex, item: Record<string, unknown>): string => item[sortKey] as string;

const readerOf =
  (client: DynamoDBClient, tableName: string, now: Instant, filter: Filter): Read =>
  async ({ index, partition }, limit, after, filtered = 'filtered') => {
    const { Items = [], LastEvaluatedKey: next } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: index.name,
        Limit: limit,
        ...(after && { ExclusiveStartKey: after }),
        ...asked(index, partition, `${now}#${afterAll}`, filtered === 'all' ? {} : filter),
      }),
    );
    const offers = Items.map((item) => fromItem(item) as Key & Candidate).map((offer) => ({
      jobId: jobIdIn(offer),
      attempt: offer.attempt,
      maxAttempts: offer.maxAttempts,
      place: placeIn(index, offer),
    }));
    return { offers, ...(next && { next }) };
  };

const asked = (index: TableIndex, partition: string, upTo: string, filter: Filter) => {
  const wanted = [
    ['provinceCode', filter.provinceCodes],
    ['communeCode', filter.communeCodes],
    ['ward', filter.wards],
  ] as const;
  const values: Record<string, unknown> = { partition, upTo };
  const tests = wanted.flatMap(([name, list]) => {
    if (!list?.length) return [];
    list.forEach((value, at) => (values[`${name}${at}`] = value));
    return [`#${name} IN (${list.map((_, at) => `:${name}${at}`).join(', ')})`];
  });
  const key = `#${index.partitionKey} = :partition AND #${index.sortKey} <= :upTo`;
  return expressions(
    { KeyConditionExpression: key, ...(tests.length > 0 && { FilterExpression: tests.join(' AND ') }) },
    values,
  );
};
