/** What a partner has to hear about jobs it holds: it reads them from a feed, in order, from where it last was. */
import * as z from 'zod';
import { Instant, plus, seconds } from '../../values/instant.ts';
import type { DispatchJob } from './dispatch-job.ts';

const ChangeKind = z.enum([
  'cancelled',
  'cancel-requested',
  'recall-requested',
  'address-corrected',
  'corrected',
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** What a partner reads of a change. */
export const ChangeTold = z.strictObject({
  changeId: z.string().describe('Also the cursor: changes sort by it'),
  jobId: z.string(),
  kind: ChangeKind,
  at: Instant,
  revision: z.int(),
  leaseEpoch: z.int(),
});
export type ChangeTold = z.infer<typeof ChangeTold>;

/** A change, and whom it is for. */
export type Change = ChangeTold & { partner: string };

/** The feed's entry about a job that has just changed, addressed to the partner who held it. */
export const changeOf = (
  kind: ChangeKind,
  partner: string,
  { jobId, revision, leaseEpoch, changedAt }: DispatchJob,
): Change => ({
  changeId: `${changedAt}#${jobId}#${String(revision).padStart(6, '0')}`,
  partner,
  jobId,
  kind,
  at: changedAt,
  revision,
  leaseEpoch,
});

/**
 * The newest instant that the feed may show. Two writers may pass each other within moments, and an entry that
 * appeared behind a cursor would never be read; so the feed runs a little late.
 */
export const settledBy = (now: Instant): Instant => plus(now, seconds(-5));
