import type { Instant } from '../../../../domain/values/instant.ts';
import { type DispatchJob, dispatchJobPrivacy } from '../../../../domain/post/job/dispatch-job.ts';
import type { JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import { forgetAt } from '../../../../domain/post/job/ends/forget.ts';
import { smsOnEntry } from '../../../../domain/post/telling/job-texts.ts';
import { isTimed } from '../../../../domain/post/tracking/timers.ts';
import { stillTrueIn } from '../../../../domain/post/telling/job-notifications.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { jobExpiresAt } from '../expiry.ts';
import { fromItem, type Item, toItem, withoutHousekeeping } from '../../item.ts';
import { duePartitionOf, placeOf } from '../../keys.ts';
import { openEach, sealEach } from '../../personal.ts';
import { dispatchJobKind, offersBy } from '../../table.ts';
import {
  heldLookup,
  jobKey,
  offerPartition,
  offerPlace,
  placeOffers,
  statePlace,
  timersOf,
  jobsOfWard,
} from '../keys.ts';

/** What an item has beside the fields of its job. */
const beside = ['provinceCode', 'communeCode', 'offerAs', 'writtenBy'] as const;

/** The attributes that stand for facts of a job: each of its own name, the personal ones sealed. */
export const attributesOf = (jobId: string, facts: Partial<DispatchJob>, vault: Vault) => {
  const { address } = facts.recipient ?? {};
  return {
    ...sealEach(facts, dispatchJobPrivacy, vault, placeOf(jobKey(jobId))),
    ...(address && { provinceCode: address.provinceCode, communeCode: address.communeCode }),
    ...(facts.partner !== undefined && { lookupPk: heldLookup(facts.partner) }),
  } as Record<string, unknown>;
};

/** In these states nothing more is expected, and the item may go one day. */
export const isOver = (state: JobState): boolean =>
  ['delivered', 'closed', 'redispatched', 'cancelled', 'lost'].includes(state);

/** Whether an entry into this state may owe word to somebody or take word back, whichever way the papers go. */
export const mayOweWord = (state: JobState): boolean =>
  [...Object.values(smsOnEntry), stillTrueIn].some((table) => Object.hasOwn(table, state));

/** Waits for tell-of-post until it was there; the sweep looks when the doorbell was lost. */
export const owingWord = (jobId: string, since: Instant) => ({
  duePk: duePartitionOf('post', jobId),
  dueSk: since,
});

/** Waits for the day on which its citizen is forgotten. */
export const toBeForgotten = (jobId: string, over: Instant) => ({
  duePk: duePartitionOf('forget', jobId),
  dueSk: forgetAt(over),
});

/** The lists that a job is in while it is on offer; without `offeredAt` it is in none. */
export const offerListsOf = ({
  partner,
  priority,
  ward,
  recipient: { address },
}: Pick<DispatchJob, 'partner' | 'priority' | 'ward' | 'recipient'>) => ({
  [offersBy.ward.partitionKey]: placeOffers(partner, priority, ward),
  [offersBy.commune.partitionKey]: placeOffers(partner, priority, address.communeCode),
  [offersBy.province.partitionKey]: placeOffers(partner, priority, address.provinceCode),
});

/** Where the dispatch index has a job: on offer, or on the list of its ward. */
const placesOf = ({ jobId, ward, state, visibleAt, partner, priority, changedAt }: DispatchJob) =>
  visibleAt === undefined
    ? { dispatchPk: jobsOfWard(ward), dispatchSk: statePlace(state, changedAt) }
    : {
        dispatchPk: offerPartition(partner, priority),
        dispatchSk: offerPlace(visibleAt, jobId),
        offeredAt: offerPlace(visibleAt, jobId),
      };

/** A job's item: its open fields as they are, since steps are conditioned on them, the others sealed. */
export const jobItem = (job: DispatchJob, vault: Vault): Item =>
  toItem({
    ...jobKey(job.jobId),
    kind: dispatchJobKind,
    ...attributesOf(job.jobId, job, vault),
    ...placesOf(job),
    // These lie ready, so that coming back on offer stays one write.
    ...offerListsOf(job),
    offerAs: offerPartition(job.partner, job.priority),
    lookupSk: statePlace(job.state, job.changedAt),
    ...(isTimed(job.state) && { timedIn: timersOf(job.jobId) }),
    ...(isOver(job.state) && { expiresAt: jobExpiresAt('dispatch', job.changedAt) }),
  });

/** The job in an item. */
export const jobIn = (item: Item, vault: Vault): DispatchJob => {
  const stored = fromItem(withoutHousekeeping(item));
  const place = placeOf(jobKey(String(stored['jobId'])));
  const kept = Object.entries(stored).filter(([name]) => !beside.some((other) => other === name));
  return openEach(Object.fromEntries(kept), dispatchJobPrivacy, vault, place) as DispatchJob;
};

/** Which write made the item as it is. */
export const writerOf = (item: Item): string | undefined => item['writtenBy']?.S;
