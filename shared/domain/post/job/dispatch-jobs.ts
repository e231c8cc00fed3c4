import type { DispatchJob, JobScope } from './dispatch-job.ts';
import type { JobRefusal, JobStep } from './job-step.ts';
import type { TrackingRecord, ScanSettled } from '../tracking/tracking-record.ts';
import type { Instant } from '../../values/instant.ts';
import type { Change } from './change.ts';
import type { JobState } from './dispatch-moves.ts';
import type { ClaimRequest } from './lease.ts';

export type Stepped =
  /** Made: the job as it was and as it is. */
  | { is: 'moved'; before: DispatchJob; job: DispatchJob }
  /** Nothing was changed; the job as it stands. */
  | { is: 'refused'; because: JobRefusal; job: DispatchJob }
  /** Another job has the tracking number; nothing was changed. */
  | { is: 'taken' }
  /** There is no such job in this scope. */
  | { is: 'unknown' };

/** What a claim sees from the index; the index may lag, the step on the item itself decides. */
export type Candidate = Pick<DispatchJob, 'jobId' | 'attempt' | 'maxAttempts'>;

export type Page<Item> = { items: Item[]; cursor?: string };

export type Recorded =
  | { is: 'recorded'; before: DispatchJob; job: DispatchJob }
  /** An event with this identity is on record already; nothing was changed. */
  | { is: 'duplicate'; record: TrackingRecord }
  /** The job changed since it was judged; judge again. */
  | { is: 'changed' };

export interface DispatchJobs {
  /** Puts a new job, once for its natural key. */
  create(job: DispatchJob): Promise<{ is: 'created' } | { is: 'existing'; job: DispatchJob }>;
  /** The job as it is now, read strongly; nothing when it belongs to somebody else. */
  find(scope: JobScope, jobId: string): Promise<DispatchJob | undefined>;
  findByTrackingNumber(scope: JobScope, trackingNumber: string): Promise<DispatchJob | undefined>;
  /** Makes one step or none. */
  step(scope: JobScope, jobId: string, step: JobStep): Promise<Stepped>;
  /** What the partner may claim now, at most `limit`: by priority, then the longest on offer. Spent jobs too. */
  claimable(
    partner: string,
    now: Instant,
    limit: number,
    filter: ClaimRequest['filter'],
  ): Promise<Candidate[]>;
  /** Writes down once what a claim is about to take; a repeat gets the first one back. */
  openClaim(
    partner: string,
    claim: JobClaim,
  ): Promise<{ is: 'opened' } | { is: 'repeated'; claim: JobClaim } | { is: 'reused' }>;
  findClaim(partner: string, claimId: string): Promise<JobClaim | undefined>;
  /** "My jobs", for a partner that has lost its memory. */
  heldBy(partner: string, states: readonly JobState[], cursor?: string): Promise<Page<DispatchJob>>;
  /** Writes the event once, with its effect when it has one, or nothing at all. */
  record(scope: JobScope, record: TrackingRecord, step: JobStep): Promise<Recorded>;
  /** A person has settled a contradicting scan; again changes nothing. */
  settleScan(scope: JobScope, jobId: string, identity: string, settled: ScanSettled): Promise<void>;
  /** The events of a job, by when they happened. */
  events(scope: JobScope, jobId: string): Promise<TrackingRecord[]>;
  /** Changes up to an instant, after a cursor, oldest first. */
  changes(partner: string, after: string | undefined, upTo: Instant, limit: number): Promise<Change[]>;
}

/** Kept for a day: long enough for any retry, and the leases are gone by then. */
export type JobClaim = { request: ClaimRequest; jobIds: string[]; at: Instant };

/** Whether a key of this tenant was never used for another body, within a day. */
export type KeyIsMine = (tenant: string, key: string, body: string) => Promise<'mine' | 'reused'>;
