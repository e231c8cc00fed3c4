/**
 * The books of a partner's money: a slip for every job whose cash is open, lying in exactly one account, and a booking
 * for every movement. Both follow from a job as it was and as it is, and are written with it or not at all; so no
 * dong can be counted twice, whatever the order in which scans, remittances and corrections come. The books begin when a
 * partner accepts a job: before that it owes nothing. Whole VND; days are those of the ward.
 */
import type { Day } from '../../values/day.ts';
import type { Instant } from '../../values/instant.ts';
import type { CodState } from './cod.ts';
import type { DispatchJob, JobScope } from '../job/dispatch-job.ts';
import type { Charge } from './fee.ts';
import type { SettledLine } from './remittance.ts';

/** Where the cash of a job is; `waived` is owed by nobody any more. */
export const accounts = ['due', 'collected', 'remitted', 'disputed', 'reconciled', 'waived'] as const;
export type Account = (typeof accounts)[number];

/** Accounts that still ask somebody to do something. */
export const openAccounts = ['due', 'collected', 'remitted', 'disputed'] as const;
export type OpenAccount = (typeof openAccounts)[number];

/** Open cash of one job. `since` counts from the delivery where cash is overdue from then on. */
export type CashSlip = {
  partner: string;
  ward: string;
  jobId: string;
  trackingNumber: string;
  account: OpenAccount;
  since: Instant;
  /** The papers are delivered, so the cash is in somebody's hands, reported or not. */
  delivered: boolean;
  due: number;
  collected?: number;
  deducted?: number;
  remitted?: number;
  remittanceId?: string;
  remittedAt?: Instant;
  because?: 'difference' | 'corrected';
};

/** What every booking says; a line of nobody we know has no ward. */
export type Entry = {
  bookingId: string;
  partner: string;
  ward: string;
  day: Day;
  at: Instant;
  trackingNumber: string;
};

/** One movement. Amounts of a move are what changed by it, so that all moves of a job add up to what is true of it. */
export type Booking = Entry &
  (
    | {
        what: 'moved';
        jobId: string;
        from?: Account;
        to: Account;
        due: number;
        collected: number;
        deducted: number;
        remitted: number;
        quotedCodFee: number;
      }
    | ({ what: 'charged'; jobId: string; quoted: number; charged: number } & Pick<Charge, 'kind'>)
    /** A line of a remittance that books nothing: a person has to ask what it is. */
    | ({ what: 'unplaced'; remittanceId: string; amount: number } & Pick<SettledLine, 'outcome'>)
  );

const accountNamed: Readonly<Record<CodState, Account>> = {
  none: 'waived',
  due: 'due',
  collected: 'collected',
  remitted: 'remitted',
  reconciled: 'reconciled',
  disputed: 'disputed',
};

/** The account of a job's cash; nothing before acceptance and for papers that cost the recipient nothing. */
export const accountOf = ({ acceptedAt, cod }: DispatchJob): Account | undefined =>
  acceptedAt === undefined || cod.due === 0 ? undefined : accountNamed[cod.state];

/** The books of cash on delivery; jobs write into them with each step that moves money. */
export interface CashBooks {
  /** Every job whose cash is open, of a ward or of a partner. */
  open(scope: JobScope): Promise<CashSlip[]>;
  /** Every movement of a day of the ward's calendar. */
  bookings(scope: JobScope, day: Day): Promise<Booking[]>;
  /** Writes lines down that book nothing, once for their id. */
  note(bookings: readonly Booking[]): Promise<void>;
}
