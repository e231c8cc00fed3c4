import type { Instant } from '../../values/instant.ts';
import { accountOf, type Booking, type CashSlip, type OpenAccount, openAccounts } from './cash-book.ts';
import { chargedBetween, movedBetween } from './cash-booking.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { dispatchMoves } from '../job/dispatch-moves.ts';
import type { JobStep } from '../job/job-step.ts';

const slipOf = (job: DispatchJob): CashSlip | undefined => {
  const account = openAccounts.find((open) => open === accountOf(job));
  if (account === undefined) return undefined;
  const { partner, ward, jobId, trackingNumber = '', cod, state } = job;
  const { due, collected, deducted, remitted, remittanceId, remittedAt, disputedBecause } = cod;
  return {
    partner,
    ward,
    jobId,
    trackingNumber,
    account,
    since: sinceOf(job, account),
    delivered: state === 'delivered',
    due,
    ...(collected !== undefined && { collected }),
    ...(deducted !== undefined && { deducted }),
    ...(remitted !== undefined && { remitted }),
    ...(remittanceId !== undefined && { remittanceId }),
    ...(remittedAt !== undefined && { remittedAt }),
    ...(account === 'disputed' && disputedBecause !== undefined && { because: disputedBecause }),
  };
};

const sinceOf = (
  { state, reached, acceptedAt, cod, changedAt }: DispatchJob,
  account: OpenAccount,
): Instant => {
  switch (account) {
    case 'due':
      return (state === 'delivered' ? reached.delivered : acceptedAt) ?? changedAt;
    case 'collected':
      return cod.collectedAt ?? changedAt;
    case 'remitted':
      return cod.remittedAt ?? changedAt;
    case 'disputed':
      return cod.disputedAt ?? changedAt;
  }
};

/** What a change of a job writes into the books. `slip` is `gone` when its cash is no longer open. */
export type BooksChange = { slip?: CashSlip | 'gone'; bookings: Booking[] };

export const booksChange = (before: DispatchJob, after: DispatchJob): BooksChange => {
  const [old, slip] = [slipOf(before), slipOf(after)];
  const moved = movedBetween(before, after);
  const bookings = [...(moved ? [moved] : []), ...chargedBetween(before, after)];
  if (JSON.stringify(old) === JSON.stringify(slip)) return { bookings };
  return { slip: slip ?? 'gone', bookings };
};

/**
 * May this step write into the books? All others may be written without reading the job first; acceptances, deliveries
 * and whatever sets the money itself have to be compared with the job as it was.
 */
export const mayMoveMoney = ({ happened, set }: JobStep): boolean =>
  set?.cod !== undefined ||
  set?.charges !== undefined ||
  happened === 'accepted' ||
  dispatchMoves[happened].to === 'delivered' ||
  (dispatchMoves[happened].from as readonly string[]).includes('delivered');
