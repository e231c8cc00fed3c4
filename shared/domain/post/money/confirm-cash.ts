/** A person at the office has seen a partner's money in the account, or says how a dispute ended. Whole VND. */
import * as z from 'zod';
import { Day, dayOf } from '../../values/day.ts';
import type { Instant } from '../../values/instant.ts';
import type { Privacy } from '../../values/privacy.ts';
import { bookCod } from './cod.ts';
import type { CashSlip } from './cash-book.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { Vnd } from './fee.ts';
import type { JobStep } from '../job/job-step.ts';

const Person = z.string().min(1).max(120);

/** What is confirmed: everything that this partner brought on a day, or in one remittance. */
export const ConfirmationRequest = z
  .strictObject({
    /** Chosen by the caller; the same id again says the same again. */
    confirmationId: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/),
    partner: z.string().min(1).max(40),
    day: Day.optional(),
    remittanceId: z.string().min(1).max(100).optional(),
    /** What was seen in the account: it has to be the sum of what the partner says it brought. */
    total: z.int().nonnegative(),
    confirmedBy: Person,
    note: z.string().max(200).optional(),
  })
  .refine(({ day, remittanceId }) => (day === undefined) !== (remittanceId === undefined), {
    error: 'a confirmation names a day or a remittance, one of them',
    path: ['remittanceId'],
  });
export type ConfirmationRequest = z.infer<typeof ConfirmationRequest>;

/** Written down before the first job is touched, so that a repeat goes on where the first attempt stopped. */
export type Confirmation = {
  ward: string;
  request: ConfirmationRequest;
  /** Whose machine asked. */
  client: string;
  at: Instant;
  jobIds: string[];
};

export const confirmationPrivacy = {
  ward: 'open',
  request: 'personal', // who confirmed it, and a note
  client: 'open',
  at: 'open',
  jobIds: 'open',
} as const satisfies Privacy<Confirmation>;

/** What the caller is told. */
export const CashConfirmed = z.strictObject({
  confirmationId: z.string(),
  total: z.int(),
  reconciled: z.array(z.string()).describe('Jobs whose cash is settled for good'),
  left: z
    .array(z.strictObject({ jobId: z.string(), cod: z.string() }))
    .describe('Jobs whose cash came into dispute meanwhile; they are settled one by one'),
});

/** The office's own lines of that day or remittance. */
export const linesToConfirm = (
  slips: readonly CashSlip[],
  { partner, day, remittanceId }: ConfirmationRequest,
): CashSlip[] =>
  slips.filter(
    (slip) =>
      slip.account === 'remitted' &&
      slip.partner === partner &&
      (remittanceId === undefined ? dayOf(slip.since) === day : slip.remittanceId === remittanceId),
  );

export const sumOfLines = (lines: readonly CashSlip[]): number =>
  lines.reduce((sum, { remitted = 0 }) => sum + remitted, 0);

const booked = (job: DispatchJob, at: Instant, cod: ReturnType<typeof bookCod>): JobStep | undefined =>
  cod && { happened: 'money-booked', at, onlyIf: { revision: job.revision }, set: { cod } };

/** The office has seen the money of this job in its account; nothing where its cash stands otherwise. */
export const reconciling = (job: DispatchJob, confirmationId: string, at: Instant): JobStep | undefined =>
  booked(job, at, bookCod(job.cod, 'reconciled', { confirmationId }));

export const SettleRequest = z.strictObject({
  reason: z.string().min(1).max(200),
  settledBy: Person,
  /** What the office has in the end, where that is another sum than the partner reported. */
  received: Vnd.optional(),
});
export type SettleRequest = z.infer<typeof SettleRequest>;

/** Ends the dispute about a job's cash; nothing where there is none. */
export const settlingDispute = (
  job: DispatchJob,
  { reason, settledBy, received }: SettleRequest,
  client: string,
  at: Instant,
): JobStep | undefined =>
  booked(
    job,
    at,
    bookCod(job.cod, 'settled', {
      settled: { at, by: settledBy, client, reason },
      ...(received !== undefined && { remitted: received }),
    }),
  );

export interface Confirmations {
  find(ward: string, confirmationId: string): Promise<Confirmation | undefined>;
  /** Puts the confirmation once for its ward and id. */
  open(
    confirmation: Confirmation,
  ): Promise<{ is: 'opened' } | { is: 'existing'; confirmation: Confirmation }>;
}
