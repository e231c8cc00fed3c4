import { type Day, dayOf } from '../../../domain/values/day.ts';
import { cashReport } from '../../../domain/post/money/cash-report.ts';
import { type CashReport, olderThanDaysByDefault } from '../../../domain/post/money/cash-report-shape.ts';
import type { JobScope } from '../../../domain/post/job/dispatch-job.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { CashBooks } from '../../../domain/post/money/cash-book.ts';

type Asked = { day?: Day | undefined; olderThanDays?: number | undefined };

/** The money of a day for a ward, over all its partners, or for a partner, over all its wards; today unless said. */
export const reportCash =
  ({ books, clock }: { books: CashBooks; clock: Clock }) =>
  async (
    scope: JobScope,
    { day = dayOf(clock()), olderThanDays = olderThanDaysByDefault }: Asked = {},
  ): Promise<CashReport> => {
    const [slips, bookings] = await Promise.all([books.open(scope), books.bookings(scope, day)]);
    return cashReport(slips, bookings, { day, now: clock(), olderThanDays });
  };
