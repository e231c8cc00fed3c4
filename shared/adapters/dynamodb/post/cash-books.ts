import {
  type DynamoDBClient,
  paginateQuery,
  PutItemCommand,
  type QueryCommandInput,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { booksChange } from '../../../domain/post/money/books-change.ts';
import type { Booking, CashSlip, CashBooks } from '../../../domain/post/money/cash-book.ts';
import type { DispatchJob, JobScope } from '../../../domain/post/job/dispatch-job.ts';
import { jobExpiresAt } from './expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import type { Key } from '../keys.ts';
import { readAll } from '../read-all.ts';
import { lookupIndex } from '../table.ts';
import { bookingKey, bookingsPartition, slipKey, slipLookup } from './keys.ts';

const slipItem = (slip: CashSlip): Item =>
  toItem({
    ...slipKey(slip),
    kind: 'cash-slip',
    slip,
    lookupPk: slipLookup(slip.ward),
    lookupSk: `${slip.account}#${slip.since}`,
  });

/** No function may delete: the slip of cash that is no longer open leaves the index and is left to the table's expiry. */
const closedSlipItem = (job: DispatchJob): Item =>
  toItem({
    ...slipKey(job),
    kind: 'cash-slip',
    closedAt: job.changedAt,
    expiresAt: jobExpiresAt('slip', job.changedAt),
  });

const bookingItem = (booking: Booking): Item =>
  toItem({
    ...bookingKey(booking),
    kind: 'booking',
    booking,
    ...(booking.ward !== '' && {
      lookupPk: bookingsPartition(booking.ward, booking.day),
      lookupSk: booking.at,
    }),
    expiresAt: jobExpiresAt('booking', booking.at),
  });

/** What a step of a job writes into the books, to be part of the step's own transaction. Nothing for most steps. */
export const booksWrites = (
  tableName: string,
  before: DispatchJob,
  after: DispatchJob,
): TransactWriteItem[] => {
  const { slip, bookings } = booksChange(before, after);
  const put = (item: Item): TransactWriteItem => ({ Put: { TableName: tableName, Item: item } });
  return [
    ...(slip === 'gone' ? [put(closedSlipItem(after))] : []),
    ...(slip !== undefined && slip !== 'gone' ? [put(slipItem(slip))] : []),
    ...bookings.map((booking) => put(bookingItem(booking))),
  ];
};

/**
 * The books in the table. A partner's lie together and are read as they are; a ward finds its own through the look-up
 * index and reads them by key. Either costs what is open and what moved on the day, whatever came before; a partner also
 * reads past slips that were closed within the last days, until the table has let them expire.
 */
export const dynamoCashBooks = (client: DynamoDBClient, tableName: string): CashBooks => {
  const ask = async (query: Partial<QueryCommandInput>, partition: string): Promise<Item[]> => {
    const items: Item[] = [];
    const key = query.IndexName === undefined ? '#pk' : '#lookupPk';
    const open = query.IndexName === undefined && { FilterExpression: 'attribute_not_exists(#closedAt)' };
    const asked = {
      ...query,
      ...expressions({ KeyConditionExpression: `${key} = :partition`, ...open }, { partition }),
    };
    for await (const { Items = [] } of paginateQuery({ client }, { TableName: tableName, ...asked }))
      items.push(...Items);
    return items;
  };
  const read = async (scope: JobScope, ofPartner: string, ofWard: string): Promise<Item[]> => {
    if ('partner' in scope) return ask({ ConsistentRead: true }, ofPartner);
    const keys = await ask({ IndexName: lookupIndex.name }, ofWard);
    return readAll(
      client,
      tableName,
      keys.map((item) => fromItem(item) as Key),
    );
  };
  return {
    open: async (scope) => {
      const [tenant = ''] = Object.values(scope);
      const { pk } = slipKey({ partner: tenant, ward: '', jobId: '' });
      const items = await read(scope, pk, slipLookup(tenant));
      return items.map((item) => (fromItem(item) as { slip: CashSlip }).slip);
    },
    bookings: async (scope, day) => {
      const partition = bookingsPartition(Object.values(scope)[0]!, day);
      const items = await read(scope, partition, partition);
      return items.map((item) => (fromItem(item) as { booking: Booking }).booking);
    },
    note: async (bookings) => {
      for (const booking of bookings)
        await client.send(new PutItemCommand({ TableName: tableName, Item: bookingItem(booking) }));
    },
  };
};
