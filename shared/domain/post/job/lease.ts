/**
 * The lease of a dispatch job: minutes, for handing over the data. Acceptance ends it and is durable, for the
 * physical work takes days. A lapse makes a lease stealable, not void: its holder may still accept while nobody took
 * the job, and the epoch tells. All decisions here are steps; the store makes them or refuses.
 */
import * as z from 'zod';
import { hours, type Instant, InstantWithOffset, plus, seconds } from '../../values/instant.ts';
import type { DispatchJob } from './dispatch-job.ts';
import type { JobRefusal, JobStep } from './job-step.ts';

export const ClaimRequest = z.strictObject({
  /** Chosen by the partner; the same id again returns the same jobs, so a lost answer costs nothing. */
  claimId: z.string().min(8).max(100),
  maxJobs: z.int().min(1).max(50),
  leaseSeconds: z.int().min(60).max(3600),
  filter: z
    .strictObject({
      provinceCodes: z.array(z.string()).max(34),
      communeCodes: z.array(z.string()).max(100),
      wards: z.array(z.string()).max(100),
    })
    .partial()
    .default({}),
});
export type ClaimRequest = z.infer<typeof ClaimRequest>;

export const AcceptJobRequest = z.strictObject({
  leaseEpoch: z.int().nonnegative(),
  trackingNumber: z.string().min(4).max(40).optional(),
  carrierReference: z.string().max(60).optional(),
  expectedPickupAt: InstantWithOffset.optional(),
});
export type AcceptJobRequest = z.infer<typeof AcceptJobRequest>;

export const rejectReasons = [
  'out-of-area',
  'address-insufficient',
  'not-mailable',
  'no-capacity',
  'carrier-refused', // the carrier behind the partner said no, in words that nobody taught us
] as const;
export const RejectReason = z.enum(rejectReasons);
export type RejectReason = z.infer<typeof RejectReason>;

/** A lease may be renewed for so long, counted from its claim; work that takes longer is accepted first. */
const leaseCeiling = hours(12);

const handedBack = { claimId: undefined, leasedAt: undefined } as const;
const offOffer = { ...handedBack, visibleAt: undefined } as const;

export const claiming = (at: Instant, { claimId, leaseSeconds }: ClaimRequest): JobStep => ({
  happened: 'claimed',
  at,
  onlyIf: { visibleBy: at, attempts: 'left' },
  set: { claimId, leasedAt: at, visibleAt: plus(at, seconds(leaseSeconds)) },
  raisesEpoch: true,
  attempt: 'counted',
});

/** For a job on offer that was claimed too often and never accepted: somebody has to look at it. */
export const givingUp = (at: Instant): JobStep => ({
  happened: 'given-up',
  at,
  onlyIf: { visibleBy: at, attempts: 'spent' },
  set: offOffer,
  raisesEpoch: true,
});

/** Extends from the call, never beyond the ceiling. */
export const renewing = (at: Instant, epoch: number, leaseSeconds: number): JobStep => ({
  happened: 'renewed',
  at,
  onlyIf: { epoch, leasedSince: plus(at, seconds(leaseSeconds) - leaseCeiling) },
  set: { visibleAt: plus(at, seconds(leaseSeconds)) },
});

export const releasing = (at: Instant, epoch: number, reason: string, notBefore?: Instant): JobStep => ({
  happened: 'released',
  at,
  onlyIf: { epoch },
  set: {
    ...handedBack,
    releaseReason: reason,
    visibleAt: notBefore !== undefined && notBefore > at ? notBefore : at,
  },
  raisesEpoch: true,
});

/** The claim stays written on an accepted job, so that a replayed claim still names it. */
export const accepting = (
  at: Instant,
  { leaseEpoch, carrierReference, expectedPickupAt }: AcceptJobRequest,
  trackingNumber: string,
): JobStep => ({
  happened: 'accepted',
  at,
  onlyIf: { epoch: leaseEpoch },
  set: { trackingNumber, carrierReference, expectedPickupAt, acceptedAt: at, visibleAt: undefined },
  reserves: { trackingNumber },
});

/** The partner will not be offered this job again. */
export const rejecting = (at: Instant, epoch: number, job: DispatchJob, reason: RejectReason): JobStep => ({
  happened: 'rejected',
  at,
  onlyIf: { epoch },
  set: { ...offOffer, rejectReason: reason, rejectedBy: [...job.rejectedBy, job.partner] },
  raisesEpoch: true,
});

/** After a refusal: the next partner of the ward that has not refused, else the ward itself has to look. */
export const afterRejection = (at: Instant, job: DispatchJob, partners: readonly string[]): JobStep => {
  const next = partners.find((partner) => !job.rejectedBy.includes(partner));
  return next === undefined
    ? { happened: 'referred-to-ward', at, onlyIf: { revision: job.revision } }
    : offering(at, job, next);
};

/** Offers a job anew, to this partner, with all its attempts. */
export const offering = (at: Instant, { revision }: DispatchJob, partner: string): JobStep => ({
  happened: 'reoffered',
  at,
  onlyIf: { revision },
  set: { ...handedBack, partner, visibleAt: at },
  raisesEpoch: true,
  attempt: 'reset',
});

/**
 * The same items, begun somewhere else: claims that run side by side see the same list, and two that walk it in the
 * same order would lose every write to each other.
 */
export const fromOwnPlace = <Item>(items: readonly Item[], who: string): Item[] => {
  let hash = 0;
  for (const letter of who) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  const start = items.length === 0 ? 0 : hash % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
};

export type LeaseProblem = 'lease-lost' | 'lease-ceiling' | 'job-cancelled' | 'invalid-transition';

/** What a partner is told when its step was refused; every such problem is a 409 or, for the ceiling, a 422. */
export const leaseProblem = (job: DispatchJob, because: JobRefusal): LeaseProblem => {
  if (job.state === 'cancelled') return 'job-cancelled';
  if (because === 'epoch') return 'lease-lost';
  return because === 'leasedSince' ? 'lease-ceiling' : 'invalid-transition';
};
