/**
 * One step of a dispatch job: what happened, under which condition, and what it writes. A step is one conditional
 * update; `takeStep` is its meaning, which every store keeps.
 */
import type { Instant } from '../../values/instant.ts';
import type { ChangeKind } from './change.ts';
import type { DispatchJob } from './dispatch-job.ts';
import { dispatchMoves, type Happening, mayHappen } from './dispatch-moves.ts';

/** All must hold besides the move table; each is one comparison with the stored item. */
export type OnlyIf = {
  /** `leaseEpoch = epoch`: the fence before acceptance. */
  epoch?: number;
  /** `revision = revision`: the fence after acceptance. */
  revision?: number;
  /** `visibleAt <= visibleBy`: on offer, or a lapsed lease. */
  visibleBy?: Instant;
  /** `leasedAt >= leasedSince`: the lease is not older than that. */
  leasedSince?: Instant;
  /** `manifestId = manifestId`: still on this list. */
  manifestId?: string;
  /** `attempt < maxAttempts`, or not. */
  attempts?: 'left' | 'spent';
};

/** The facts a step may write; `undefined` removes one. */
export type JobFacts = {
  [
    Fact in Exclude<
      keyof DispatchJob,
      | 'jobId'
      | 'ward'
      | 'state'
      | 'revision'
      | 'leaseEpoch'
      | 'attempt'
      | 'createdAt'
      | 'changedAt'
      | 'reached'
    >
  ]?: DispatchJob[Fact] | undefined;
};

export type JobStep = {
  happened: Happening;
  at: Instant;
  onlyIf?: OnlyIf;
  set?: JobFacts;
  /** Makes every older lease token worthless. */
  raisesEpoch?: true;
  attempt?: 'counted' | 'reset';
  /** Reserved for this job in the same write; refused when another job has it. */
  reserves?: { trackingNumber: string };
  /** Told to the partner in the same write. */
  change?: ChangeKind;
};

export type JobRefusal = 'state' | keyof OnlyIf;

/** The job with these facts, without those that are removed. */
const written = (job: DispatchJob, set: JobFacts | undefined): DispatchJob => {
  const facts = { ...job, ...set };
  const removes = Object.values(facts).some((fact) => fact === undefined);
  if (!removes) return facts;
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as DispatchJob;
};

/** The job after the step, or the first condition that does not hold. */
export const takeStep = (
  job: DispatchJob,
  step: JobStep,
): { is: 'moved'; job: DispatchJob } | { is: 'refused'; because: JobRefusal } => {
  const because = refusalOf(job, step);
  if (because) return { is: 'refused', because };
  const { to } = dispatchMoves[step.happened];
  const state = to === 'same' ? job.state : to;
  return {
    is: 'moved',
    job: {
      ...written(job, step.set),
      state,
      revision: job.revision + 1,
      leaseEpoch: job.leaseEpoch + (step.raisesEpoch ? 1 : 0),
      attempt: step.attempt === 'reset' ? 0 : job.attempt + (step.attempt === 'counted' ? 1 : 0),
      changedAt: step.at,
      reached: { ...job.reached, [state]: job.reached[state] ?? step.at },
    },
  };
};

/** The epoch comes first: whoever lost a lease hears that, and not what became of the job since. */
const refusalOf = (job: DispatchJob, { happened, onlyIf = {} }: JobStep): JobRefusal | undefined => {
  const { epoch, revision, visibleBy, leasedSince, manifestId, attempts } = onlyIf;
  if (epoch !== undefined && job.leaseEpoch !== epoch) return 'epoch';
  if (!mayHappen(happened, job.state)) return 'state';
  if (revision !== undefined && job.revision !== revision) return 'revision';
  if (visibleBy !== undefined && !(job.visibleAt !== undefined && job.visibleAt <= visibleBy))
    return 'visibleBy';
  if (leasedSince !== undefined && !(job.leasedAt !== undefined && job.leasedAt >= leasedSince))
    return 'leasedSince';
  if (manifestId !== undefined && job.manifestId !== manifestId) return 'manifestId';
  if (attempts !== undefined && job.attempt < job.maxAttempts !== (attempts === 'left')) return 'attempts';
  return undefined;
};
