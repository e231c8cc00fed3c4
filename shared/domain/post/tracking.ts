/**
 * Tracking is a fold: the state of a parcel does not depend on the order in which its scans reach us. Among scans
 * the later one counts, of two at one instant the further one; delivered, returned, lost, damaged and cancelled
 * stick. A second, different end is a contradiction for a person; nothing is ever thrown away.
 */
import { between, type Instant, minutes } from '../instant.ts';
import { type CodeTable, effects, readCode, type TrackingStatus } from './carrier-codes.ts';
import { bookCod } from './cod.ts';
import type { DispatchJob } from './dispatch-job.ts';
import { dispatchMoves, trackingFinals } from './dispatch-moves.ts';
import type { Step } from './job-step.ts';
import { identityOf, type TrackingEvent } from './tracking-event.ts';

export type TrackingRecord = {
  identity: string;
  jobId: string;
  event: TrackingEvent;
  reportedAt: Instant;
  outcome: 'APPLIED' | 'RECORDED' | 'QUARANTINED';
  note?:
    | 'unknown-code'
    | 'leg-missing'
    | 'no-effect'
    | 'late'
    | 'repeated'
    | 'after-the-end'
    | 'contradiction';
  status?: TrackingStatus;
};

export type TrackingProblem =
  | 'not-accepted'
  | 'occurred-in-the-future'
  | 'occurred-before-acceptance'
  | 'tracking-number-mismatch';

export type Verdict =
  | { is: 'rejected'; problem: TrackingProblem }
  | { is: 'kept'; record: TrackingRecord; step: Step };

/** Clocks of scanners go wrong by so much and are believed. */
const slack = minutes(5);

/** What an event does to a job as it stands; the step holds only while the job has this revision. */
export const judge = (job: DispatchJob, event: TrackingEvent, table: CodeTable, now: Instant): Verdict => {
  const problem = problemOf(job, event, now);
  if (problem) return { is: 'rejected', problem };
  const identity = identityOf(event, job.partner, job.trackingNumber ?? job.jobId);
  const reading = readCode(table, event.code, event.leg);
  const status = reading.is === 'read' ? reading.status : undefined;
  const effect = status && effects[status];
  const place = `${event.occurredAt}#${effect?.rank ?? 0}#${identity}`;
  const ended = !canStillMove(job);
  const finals: readonly string[] = trackingFinals;

  const because = ((): TrackingRecord['note'] => {
    if (reading.is !== 'read') return reading.is;
    if (!effect) return 'no-effect';
    const to: string = dispatchMoves[effect.happened].to;
    if (ended && finals.includes(to)) return job.reached[to as 'lost'] ? 'repeated' : 'contradiction';
    if (ended) return 'after-the-end';
    return !finals.includes(to) && job.trackedAs !== undefined && place <= job.trackedAs ? 'late' : undefined;
  })();

  const record: TrackingRecord = {
    identity,
    jobId: job.jobId,
    event,
    reportedAt: now,
    outcome: because === undefined ? 'APPLIED' : because === 'contradiction' ? 'QUARANTINED' : 'RECORDED',
    ...(because && { note: because }),
    ...(status && { status }),
  };
  const scan = { at: now, onlyIf: { revision: job.revision } };
  const money = because === 'contradiction' ? undefined : collected(job, event);
  if (because !== undefined || !effect)
    return { is: 'kept', record, step: { ...scan, happened: 'scanned', set: { ...money } } };
  const reason = event.reason && { returnReason: event.reason };
  return {
    is: 'kept',
    record,
    step: { ...scan, happened: effect.happened, set: { trackedAs: place, ...reason, ...money } },
  };
};

const problemOf = (job: DispatchJob, event: TrackingEvent, now: Instant): TrackingProblem | undefined => {
  if (job.acceptedAt === undefined) return 'not-accepted';
  if (event.trackingNumber !== undefined && event.trackingNumber !== job.trackingNumber)
    return 'tracking-number-mismatch';
  if (between(now, event.occurredAt) > slack) return 'occurred-in-the-future';
  return between(event.occurredAt, job.acceptedAt) > slack ? 'occurred-before-acceptance' : undefined;
};

const canStillMove = ({ state }: DispatchJob): boolean =>
  (dispatchMoves['in-transit'].from as readonly string[]).includes(state);

/** Cash that the deliverer reports beside the scan; booked once, whatever becomes of the scan itself. */
const collected = (job: DispatchJob, { cod, occurredAt }: TrackingEvent) => {
  const booked = cod && bookCod(job.cod, 'collected', { collected: cod.collected, collectedAt: occurredAt });
  return booked && { cod: booked };
};
