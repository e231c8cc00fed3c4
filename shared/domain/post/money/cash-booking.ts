import { dayOf } from '../../values/day.ts';
import type { Instant } from '../../values/instant.ts';
import { accountOf, type Booking, type Entry } from './cash-book.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { quotedFor } from './fee.ts';
import type { RemittanceLine, SettledLine } from './remittance.ts';

const entryOf = ({ jobId, partner, ward, trackingNumber = '', revision, changedAt }: DispatchJob): Entry => ({
  bookingId: `${jobId}#${String(revision).padStart(6, '0')}`,
  partner,
  ward,
  trackingNumber,
  day: dayOf(changedAt),
  at: changedAt,
});

/** The movement between two moments of a job; amounts are what has changed. */
export const movedBetween = (before: DispatchJob, after: DispatchJob): Booking | undefined => {
  const [from, to] = [accountOf(before), accountOf(after)];
  const changed = (name: 'collected' | 'deducted' | 'remitted') =>
    (after.cod[name] ?? 0) - (before.cod[name] ?? 0);
  const amounts = {
    collected: changed('collected'),
    deducted: changed('deducted'),
    remitted: changed('remitted'),
  };
  const moved = from !== to || Object.values(amounts).some((amount) => amount !== 0);
  if (to === undefined || !moved) return undefined;
  const isRemitted = before.cod.remittanceId === undefined && after.cod.remittanceId !== undefined;
  return {
    ...entryOf(after),
    what: 'moved',
    jobId: after.jobId,
    ...(from !== undefined && { from }),
    to,
    due: after.cod.due,
    ...amounts,
    quotedCodFee: isRemitted ? quotedFor(after.fee, 'cod-fee') : 0,
  };
};

/** What the partner has charged between two moments of a job. */
export const chargedBetween = (before: DispatchJob, after: DispatchJob): Booking[] =>
  (after.charges ?? []).slice(before.charges?.length ?? 0).map(({ kind, quoted, amount }) => ({
    ...entryOf(after),
    what: 'charged' as const,
    jobId: after.jobId,
    kind,
    quoted,
    charged: amount,
  }));

/** A line that books nothing, with an id that the same remittance would give it again. */
export const unplacedLine = (
  line: RemittanceLine,
  { outcome }: SettledLine,
  of: { remittanceId: string; index: number; partner: string; ward: string; at: Instant },
): Booking => ({
  bookingId: `${of.remittanceId}#${String(of.index).padStart(4, '0')}`,
  partner: of.partner,
  ward: of.ward,
  day: dayOf(of.at),
  at: of.at,
  trackingNumber: line.trackingNumber,
  what: 'unplaced',
  remittanceId: of.remittanceId,
  outcome,
  amount: line.kind === 'cod' ? line.remitted : line.deductedFee,
});
