import { describe, expect, it } from 'vitest';
import { dynamoCashBooks } from '../../../shared/adapters/dynamodb/post/cash-books.ts';
import { dynamoConfirmations } from '../../../shared/adapters/dynamodb/post/confirmations.ts';
import { dynamoDispatchJobs } from '../../../shared/adapters/dynamodb/post/job/dispatch-jobs.ts';
import { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import type { Booking } from '../../../shared/domain/post/money/cash-book.ts';
import { addDays, dayOf } from '../../../shared/domain/values/day.ts';
import { reportCash } from '../../../shared/flows/post/money/report-cash.ts';
import { countCalls } from '../../support/counting/count-calls.ts';
import { aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import { aClock, at, ward } from '../../support/builders/post.ts';
import { keepsCashBooks, keepsConfirmations } from './cash-books.contract.ts';

keepsCashBooks('DynamoDB', async () => {
  const client = emulatedDynamoDB();
  const table = await aTable(client);
  return { jobs: dynamoDispatchJobs(client, table, aVault), books: dynamoCashBooks(client, table) };
});
keepsConfirmations('DynamoDB', async () => {
  const client = emulatedDynamoDB();
  return dynamoConfirmations(client, await aTable(client), aVault);
});

describe('a report of the day’s money', () => {
  const today = dayOf(at('12:00'));
  /** So many movements of a day, of this ward with vnpost. */
  const movements = (count: number, daysAgo: number): Booking[] =>
    Array.from({ length: count }, (_, n) => ({
      bookingId: `job-${daysAgo}-${n}#000004`,
      partner: 'vnpost',
      ward,
      day: addDays(today, -daysAgo),
      at: at('12:00'),
      trackingNumber: `NO-${n}`,
      what: 'charged' as const,
      jobId: `job-${daysAgo}-${n}`,
      kind: 'fee' as const,
      quoted: 1_000,
      charged: 1_000,
    }));
  const costOf = async (history: number, scope: { ward: string } | { partner: string }) => {
    const client = emulatedDynamoDB();
    const table = await aTable(client);
    const post = openPost(client, table, aVault, aClock(at('18:00')));
    await post.books.note(movements(20, 0));
    for (let daysAgo = 1; daysAgo <= history; daysAgo += 1) await post.books.note(movements(20, daysAgo));
    const count = countCalls(client);
    const report = await reportCash(post)(scope);
    expect(report.total.charges.charged).toBe(20_000);
    return { calls: count.calls, units: count.readUnits };
  };

  it('costs two queries and one read of a ward, and two queries of a partner', async () => {
    expect((await costOf(0, { ward })).calls).toEqual({ QueryCommand: 2, BatchGetItemCommand: 1 });
    expect((await costOf(0, { partner: 'vnpost' })).calls).toEqual({ QueryCommand: 2 });
  });

  it('costs the same after twenty days as on the first one', async () => {
    for (const scope of [{ ward }, { partner: 'vnpost' }])
      expect(await costOf(20, scope)).toEqual(await costOf(0, scope));
  });
});
