/**
 * The day's money between offices and a partner. Movements are those of the day; what stands open is as it is when the
 * report is made. Accounts are counted at what was due at the door, so that they balance; cash is what was said to have
 * changed hands. Whole VND; days are those of the ward (Asia/Ho_Chi_Minh).
 */
import * as z from 'zod';
import { Day } from '../../values/day.ts';
import { Instant } from '../../values/instant.ts';
import { digits } from '../../values/wire/written.ts';
import { type Account, accounts } from './cash-book.ts';

const Sum = z.strictObject({ jobs: z.int(), amount: z.int() });
export type Sum = z.infer<typeof Sum>;

/** Cash that a partner has held longer than this many days is named; our own proposal, confidence C. */
export const olderThanDaysByDefault = 3;

/** What a report may be asked for: a day, today unless said, and from how many days on cash counts as old. */
export const CashQuery = z.object({
  day: Day.optional(),
  olderThanDays: digits.pipe(z.int().min(0).max(365)).optional(),
});

const Figures = z.strictObject({
  movements: z
    .strictObject(
      Object.fromEntries(accounts.map((account) => [account, Sum])) as Record<Account, typeof Sum>,
    )
    .describe('What came into each account on the day, at what was due'),
  cash: z
    .strictObject({ collected: z.int(), deducted: z.int(), remitted: z.int() })
    .describe('Cash of the day: taken at doors, kept back by the partner, brought'),
  charges: z
    .strictObject({ quoted: z.int(), charged: z.int(), difference: z.int() })
    .describe('Fees of the day, the partner’s beside our quotes; `difference` is what it charged too much'),
  unplaced: z
    .strictObject({ lines: z.int(), amount: z.int() })
    .describe('Lines of remittances of the day that belong to no open job'),
  standing: z.strictObject({
    due: Sum,
    collected: Sum,
    remitted: Sum,
    disputed: Sum,
    open: Sum.describe('Delivered and not brought: cash that the partner has, reported or not'),
    older: Sum.describe('Of that, what has been open longer than the days asked for'),
  }),
});
export type Figures = z.infer<typeof Figures>;

const Named = z.strictObject({
  jobId: z.string(),
  trackingNumber: z.string(),
  ward: z.string(),
  partner: z.string(),
  since: Instant,
  due: z.int(),
});

export const CashReport = z.strictObject({
  day: Day,
  asOf: Instant,
  olderThanDays: z.int(),
  rows: z.array(Figures.extend({ ward: z.string(), partner: z.string() })),
  total: Figures,
  /** At most so many of each are named; the sums count all. */
  older: z.array(Named.extend({ account: z.enum(['due', 'collected']) })),
  disputes: z.array(
    Named.extend({
      because: z.enum(['difference', 'corrected']).optional(),
      collected: z.int().optional(),
      remitted: z.int().optional(),
      difference: z.int().describe('Brought and kept back beyond what was due, or less when negative'),
      remittanceId: z.string().optional(),
    }),
  ),
  toConfirm: z
    .array(
      z.strictObject({
        partner: z.string(),
        remittanceId: z.string(),
        day: Day,
        lines: z.int(),
        remitted: z.int(),
      }),
    )
    .describe('Money that partners say they brought and nobody has confirmed yet'),
});
export type CashReport = z.infer<typeof CashReport>;
