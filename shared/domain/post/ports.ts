/** Everything that the post needs from outside, on one page. */
import type { Instant } from '../instant.ts';
import type { Day } from '../day.ts';
import type { Booking, CashSlip } from './cash-book.ts';
import type { Change } from './change.ts';
import type { Confirmation } from './confirm-cash.ts';
import type { DispatchJob, JobScope } from './dispatch-job.ts';
import type { JobState } from './dispatch-moves.ts';
import type { Refusal, Step } from './job-step.ts';
import type { ClaimRequest } from './lease.ts';
import type { Manifest } from './manifest.ts';
import type { PostalPartner } from './partner.ts';
import type { Remittance, SettledLine } from './remittance.ts';
import type { PlaceCatalogue } from './places.ts';
import type { ScanSettled, TrackingRecord } from './tracking-record.ts';
import type { WardPost } from './ward-post.ts';

export type Stepped =
  /** Made: the job as it was and as it is. */
  | { is: 'moved'; before: DispatchJob; job: DispatchJob }
  /** Nothing was changed; the job as it stands. */
  | { is: 'refused'; because: Refusal; job: DispatchJob }
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
  step(scope: JobScope, jobId: string, step: Step): Promise<Stepped>;
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
  record(scope: JobScope, record: TrackingRecord, step: Step): Promise<Recorded>;
  /** A person has settled a contradicting scan; again changes nothing. */
  settleScan(scope: JobScope, jobId: string, identity: string, settled: ScanSettled): Promise<void>;
  /** The events of a job, by when they happened. */
  events(scope: JobScope, jobId: string): Promise<TrackingRecord[]>;
  /** Changes up to an instant, after a cursor, oldest first. */
  changes(partner: string, after: string | undefined, upTo: Instant, limit: number): Promise<Change[]>;
}

/** Kept for a day: long enough for any retry, and the leases are gone by then. */
export type JobClaim = { request: ClaimRequest; jobIds: string[]; at: Instant };

export interface TrackingNumbers {
  /** The next number of the partner's pool, never given twice; nothing when the pool is used up. */
  next(partner: string): Promise<string | undefined>;
}

export interface Manifests {
  create(manifest: Manifest): Promise<'created' | 'existing'>;
  find(scope: JobScope, manifestId: string): Promise<Manifest | undefined>;
  /** Replaces the manifest if it still has the revision before; false when somebody else was faster. */
  replace(manifest: Manifest): Promise<boolean>;
}

export interface Remittances {
  /** Puts the remittance once; a repeat gets the first one back, with the outcomes so far. */
  open(remittance: Remittance): Promise<{ is: 'opened' } | { is: 'existing'; remittance: Remittance }>;
  close(partner: string, remittanceId: string, lines: SettledLine[]): Promise<void>;
}

/** The books of cash on delivery; jobs write into them with each step that moves money. */
export interface CashBooks {
  /** Every job whose cash is open, of a ward or of a partner. */
  open(scope: JobScope): Promise<CashSlip[]>;
  /** Every movement of a day of the ward's calendar. */
  bookings(scope: JobScope, day: Day): Promise<Booking[]>;
  /** Writes lines down that book nothing, once for their id. */
  note(bookings: readonly Booking[]): Promise<void>;
}

export interface Confirmations {
  find(ward: string, confirmationId: string): Promise<Confirmation | undefined>;
  /** Puts the confirmation once for its ward and id. */
  open(
    confirmation: Confirmation,
  ): Promise<{ is: 'opened' } | { is: 'existing'; confirmation: Confirmation }>;
}

export interface Polls {
  /** The partner has asked for jobs, whether it got any or not. Kept to the few minutes of `polling.ts`. */
  noted(partner: string, at: Instant): Promise<void>;
  /** When each partner last asked, as far as it ever did. */
  newest(): Promise<ReadonlyMap<string, Instant>>;
}

export interface Partners {
  find(code: string): Promise<PostalPartner | undefined>;
  /** The partners of a ward, the preferred one first. */
  ofWard(ward: string): Promise<string[]>;
}

/** What the wards have arranged for their post. */
export interface WardPosts {
  /** Nothing as long as the ward has arranged nothing. */
  of(ward: string): Promise<WardPost | undefined>;
}

/** The places that addresses are checked against, as they were last imported. */
export type Places = () => Promise<PlaceCatalogue>;

/** Whether a key of this tenant was never used for another body, within a day. */
export type KeyIsMine = (tenant: string, key: string, body: string) => Promise<'mine' | 'reused'>;

/** Lists of jobs for those who watch over them; an index may lag, the jobs themselves are as they are now. */
export interface JobLists {
  /** Jobs of a ward in these states, except those on offer. */
  ofWard(ward: string, states: readonly JobState[], cursor?: string): Promise<Page<DispatchJob>>;
  /** Scans of a ward's jobs that contradict how they ended and that nobody has settled, the oldest first, at most 100. */
  quarantined(ward: string): Promise<TrackingRecord[]>;
  /** At most `limit` jobs of a partner that entered this state by then. */
  waiting(partner: string, state: JobState, since: Instant, limit: number): Promise<DispatchJob[]>;
  /** At most `limit` jobs of a ward that entered this state by then; `ready` and `leased` only with these partners. */
  waitingIn(
    ward: string,
    partners: readonly string[],
    state: JobState,
    since: Instant,
    limit: number,
  ): Promise<DispatchJob[]>;
}

/** Jobs from which something follows: the citizen hears of a step, the dossier is closed, a citizen is forgotten. */
export interface PostWord {
  /** Jobs whose word nobody has brought since then: their doorbell was lost. */
  overdue(since: Instant, limit: number): Promise<DispatchJob[]>;
  /** All word of the job at this revision has been brought. */
  brought(job: DispatchJob): Promise<void>;
  /** Jobs whose journey has been over for so long that their citizens are to be forgotten. */
  forgettable(now: Instant, limit: number): Promise<DispatchJob[]>;
  /** Takes the citizen's name, phone and address out of a job, if it is as it was read. */
  forget(job: DispatchJob): Promise<void>;
}
