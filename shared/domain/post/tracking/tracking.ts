/**
 * Tracking is a fold: the state of a parcel does not depend on the order in which its scans reach us. Among scans
 * the later one counts, of two at one instant the further one; delivered, returned, lost, damaged and cancelled
 * stick. A second, different end is a contradiction for a person; nothing is ever thrown away.
 */
import { between, type Instant, minutes } from '../../values/instant.ts';
import { type CodeTable, effects, type Reading, readCode, type TrackingStatus } from './carrier-codes.ts';
import { bookCod } from '../money/cod.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { dispatchMoves, type Happening, mayHappen, trackingFinals } from '../job/dispatch-moves.ts';
import { forgottenEvent, isForgotten } from '../job/ends/forget.ts';
import type { JobStep } from '../job/job-step.ts';
import { identityOf, type TrackingEvent } from './tracking-event.ts';
import type { TrackingRecord } from './tracking-record.ts';

export type TrackingProblem =
  | 'not-accepted'
  | 'occurred-in-the-future'
  | 'occurred-before-acceptance'
  | 'tracking-number-mismatch';

export type ScanVerdict =
  | { is: 'rejected'; problem: TrackingProblem }
  | { is: 'kept'; record: TrackingRecord; step: JobStep };

/** Clocks of scanners go wrong by so much and are believed. */
const slack = minutes(5);

/** What an event does to a job as it stands; the step holds only while the job has this revision. */
export const judgeScan = (
  job: DispatchJob,
  event: TrackingEvent,
  table: CodeTable,
  now: Instant,
): ScanVerdict => {
  const problem = problemOf(job, event, now);
  if (problem) return { is: 'rejected', problem };
  const identity = identityOf(event, job.partner, job.trackingNumber ?? job.jobId);
  const reading = readCode(table, event.code, event.leg, isReturning(job));
  const effect = reading.is === 'read' ? effects[reading.status] : undefined;
  const place = `${event.occurredAt}#${effect?.rank ?? 0}#${identity}`;
  const note = reading.is === 'read' ? whyNot(job, effect?.happened, place) : reading.is;
  const record: TrackingRecord = {
    identity,
    jobId: job.jobId,
    // Whoever is forgotten stays so, however late a scan tells of them.
    event: isForgotten(job) ? forgottenEvent(event) : event,
    reportedAt: now,
    outcome: outcomeOf(note),
    ...(note && { note }),
    ...(reading.is === 'read' && { status: reading.status }),
  };
  const cash =
    note === 'contradiction' ? undefined : cashIn(job, event, note === undefined ? reading : undefined);
  const step: JobStep =
    effect && note === undefined
      ? {
          happened: effect.happened,
          set: { trackedAs: place, ...reasonIn(event), ...cash },
          ...seen(job, now),
        }
      : { happened: 'scanned', set: { ...cash }, ...seen(job, now) };
  return { is: 'kept', record, step };
};

const isReturning = ({ state }: DispatchJob): boolean => state === 'returning' || state === 'returned';

const seen = (job: DispatchJob, at: Instant) => ({ at, onlyIf: { revision: job.revision } });
const reasonIn = ({ reason }: TrackingEvent) => reason && { returnReason: reason };

const outcomeOf = (note: TrackingRecord['note']): TrackingRecord['outcome'] => {
  if (note === undefined) return 'APPLIED';
  return note === 'contradiction' ? 'QUARANTINED' : 'RECORDED';
};

/** Why a scan moves nothing; nothing when it does. */
const whyNot = (
  job: DispatchJob,
  happened: Happening | undefined,
  place: string,
): TrackingRecord['note'] | undefined => {
  if (!happened) return 'no-effect';
  const to: string = dispatchMoves[happened].to;
  const isFinal = trackingFinals.some((final) => final === to);
  if (mayHappen(happened, job.state))
    return !isFinal && job.trackedAs !== undefined && place <= job.trackedAs ? 'late' : undefined;
  // The partner had told us that it never took these papers.
  if (job.state === 'cancelled' && job.cancel?.answer === 'confirmed') return 'contradiction';
  if (!isFinal) return 'after-the-end';
  return job.reached[to as DispatchJob['state']] ? 'repeated' : 'contradiction';
};

const problemOf = (job: DispatchJob, event: TrackingEvent, now: Instant): TrackingProblem | undefined => {
  if (job.acceptedAt === undefined) return 'not-accepted';
  if (event.trackingNumber !== undefined && event.trackingNumber !== job.trackingNumber)
    return 'tracking-number-mismatch';
  if (between(now, event.occurredAt) > slack) return 'occurred-in-the-future';
  return between(event.occurredAt, job.acceptedAt) > slack ? 'occurred-before-acceptance' : undefined;
};

/** Nobody will pay at a door for papers that ended like this. */
const nobodyPays: ReadonlySet<TrackingStatus> = new Set(['lost', 'damaged', 'cancelled']);

/**
 * Cash that the deliverer reports beside the scan; booked once, whatever becomes of the scan itself. Without any, an end
 * that brings the papers to nobody frees the recipient.
 */
const cashIn = (job: DispatchJob, { cod, occurredAt }: TrackingEvent, applied?: Reading) => {
  const booked = cod
    ? bookCod(job.cod, 'collected', { collected: cod.collected, collectedAt: occurredAt })
    : applied?.is === 'read' && nobodyPays.has(applied.status) && bookCod(job.cod, 'waived');
  return booked && { cod: booked };
};
