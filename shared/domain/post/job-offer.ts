import type { Instant } from '../instant.ts';
import type { DispatchJob } from './dispatch-job.ts';
import { quotedTotal } from './fee.ts';
import { isWardPartner } from './ward-partner.ts';

/** A post has no business with a relative's phone; the ward's own people ring it when nobody opens. */
const partySeen = <Party extends DispatchJob['pickup']>(party: Party, partner: string): Party => {
  if (isWardPartner(partner)) return party;
  const { relativePhone: _relativePhone, ...seen } = party;
  return seen as Party;
};

/** A job as its partner sees it: everything for the journey, nothing about the office's own affairs. */
export const offerOf = (job: DispatchJob) => ({
  jobId: job.jobId,
  state: job.state,
  revision: job.revision,
  lease: {
    epoch: job.leaseEpoch,
    expiresAt: job.state === 'leased' ? job.visibleAt : undefined,
    attempt: job.attempt,
    maxAttempts: job.maxAttempts,
  },
  priority: job.priority,
  direction: job.direction,
  dossierCode: job.dossierCode,
  pickup: { ward: job.ward, ...partySeen(job.pickup, job.partner) },
  recipient: partySeen(job.recipient, job.partner),
  parcel: job.parcel,
  fee: { ...job.fee, quotedTotal: quotedTotal(job.fee) },
  cod: { amount: job.cod.due, currency: 'VND' as const },
  dueBy: job.dueBy,
  trackingNumber: job.trackingNumber,
  cancelRequested: job.state === 'cancel-requested',
  recallRequested: job.recall !== undefined && job.recall.answer === undefined,
});
type JobOffer = ReturnType<typeof offerOf>;

/** When to ask again: at once while there is more to fetch, else in half a minute. Seconds. */
export const pollAfterSeconds = (taken: number, asked: number): number => (taken === asked ? 1 : 30);

/** What a claim answers. */
export type ClaimAnswer = {
  serverTime: Instant;
  claimId: string;
  pollAfterSeconds: number;
  jobs: JobOffer[];
};
