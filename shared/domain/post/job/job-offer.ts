import * as z from 'zod';
import { Instant } from '../../values/instant.ts';
import { DispatchJob } from './dispatch-job.ts';
import { awaitsYes } from './ends/redirect.ts';
import { Fee, quotedTotal, Vnd } from '../money/fee.ts';
import { isWardPartner } from '../partner/ward-partner.ts';

const { priority, direction, dossierCode, pickup, recipient, parcel, dueBy } = DispatchJob.shape;

/** A job as its partner sees it: everything for the journey, nothing about the office's own affairs. */
export const DispatchJobOffer = z.strictObject({
  jobId: DispatchJob.shape.jobId,
  state: DispatchJob.shape.state,
  revision: DispatchJob.shape.revision.describe('Rises with every change; also the ETag'),
  lease: z.strictObject({
    epoch: z.int().describe('To be sent back with renew, release, accept and reject'),
    expiresAt: Instant.optional().describe('From then on another claim may take the job'),
    attempt: z.int().describe('How often it was claimed since it was last offered'),
    maxAttempts: z.int(),
  }),
  priority: priority.describe('0 goes first, 9 last'),
  direction,
  dossierCode,
  pickup: pickup.extend({ ward: z.string() }),
  recipient,
  parcel,
  fee: z
    .strictObject({ ...Fee.shape, quotedTotal: Vnd.describe('The sum of the lines, VND') })
    .describe('What the transport was quoted at, and who pays'),
  cod: z.strictObject({ amount: Vnd.describe('To be collected at the door'), currency: z.literal('VND') }),
  dueBy: dueBy.describe('The papers have to be there by then'),
  trackingNumber: z.string().optional(),
  cancelRequested: z.boolean(),
  recallRequested: z.boolean(),
  redirect: z
    .strictObject({ askedAt: Instant, address: DispatchJob.shape.recipient.shape.address })
    .optional()
    .describe('The citizen wants the papers there; the old address holds until you confirm'),
});
export type DispatchJobOffer = z.infer<typeof DispatchJobOffer>;

/** A post has no business with a relative's phone; the ward's own people ring it when nobody opens. */
const partySeen = <Party extends DispatchJob['pickup']>(party: Party, partner: string): Party => {
  if (isWardPartner(partner)) return party;
  const { relativePhone: _relativePhone, ...seen } = party;
  return seen as Party;
};

export const offerOf = (job: DispatchJob): DispatchJobOffer => ({
  jobId: job.jobId,
  state: job.state,
  revision: job.revision,
  lease: {
    epoch: job.leaseEpoch,
    ...(job.state === 'leased' && { expiresAt: job.visibleAt }),
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
  cod: { amount: job.cod.due, currency: 'VND' },
  ...(job.dueBy !== undefined && { dueBy: job.dueBy }),
  ...(job.trackingNumber !== undefined && { trackingNumber: job.trackingNumber }),
  cancelRequested: job.state === 'cancel-requested',
  recallRequested: job.recall !== undefined && job.recall.answer === undefined,
  ...(awaitsYes(job) && { redirect: { askedAt: job.redirect!.at, address: job.redirect!.address } }),
});

/** When to ask again: at once while there is more to fetch, else in half a minute. Seconds. */
export const pollAfterSeconds = (taken: number, asked: number, missed: boolean): number =>
  taken === asked || missed ? 1 : 30;

/** What a claim answers. */
export const ClaimAnswer = z.strictObject({
  serverTime: Instant,
  claimId: z.string(),
  pollAfterSeconds: z.int().describe('When to ask again'),
  jobs: z.array(DispatchJobOffer),
});
export type ClaimAnswer = z.infer<typeof ClaimAnswer>;
