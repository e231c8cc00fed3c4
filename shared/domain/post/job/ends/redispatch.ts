/** What becomes of papers that are back: kept for the counter, or sent again as a job of their own. */
import type { Instant } from '../../../values/instant.ts';
import { bookCod } from '../../money/cod.ts';
import { type DispatchJob, NewDispatchJob, newJob } from '../dispatch-job.ts';
import type { JobStep } from '../job-step.ts';
import type { PlaceCatalogue } from '../../../values/places/places.ts';
import type { RedispatchRequest } from '../../partner/ward-requests.ts';
import { addressUnserved } from './redirect.ts';
import { addressStaysGood, type ReturnRequest } from './returns.ts';

/**
 * The office has the papers in its hands again; nobody owes cash for them any more. Why they came back is on record from
 * then on, by a scan or by the office: it decides whether the address may be used again.
 */
export const receivingReturn = (
  job: DispatchJob,
  { reason }: ReturnRequest,
  at: Instant,
): JobStep | 'reason-needed' => {
  const returnReason = reason ?? job.returnReason;
  if (returnReason === undefined) return 'reason-needed';
  return {
    happened: 'return-received',
    at,
    onlyIf: { revision: job.revision },
    set: { cod: bookCod(job.cod, 'waived') ?? job.cod, returnReason },
  };
};

/** Kept at the office for the citizen to collect, or filed. */
export const closing = (job: DispatchJob, at: Instant): JobStep => ({
  happened: 'closed',
  at,
  onlyIf: { revision: job.revision },
});

const { codDue: _codDue, ...kept } = NewDispatchJob.shape;

/** What was wanted of the transport when this job was made: every field of the shape, whichever it has. */
const wantedOf = (job: DispatchJob): NewDispatchJob => {
  const facts = Object.entries(job).filter(([name]) => Object.hasOwn(kept, name));
  return { ...(Object.fromEntries(facts) as Pick<DispatchJob, keyof typeof kept>), codDue: job.cod.due };
};

export type Redispatch =
  | { is: 'again'; next: DispatchJob; step: JobStep }
  /** The address was the reason, so a person has to give another one. */
  | { is: 'address-needed' };

/**
 * The next journey of the same papers, linked both ways, to a corrected address where that was the trouble, or where the
 * partner did not go when it was asked.
 */
export const redispatching = (
  job: DispatchJob,
  { address = addressUnserved(job), partner = job.partner }: RedispatchRequest,
  places: PlaceCatalogue,
  at: Instant,
): Redispatch => {
  if (!address && job.returnReason && !addressStaysGood[job.returnReason]) return { is: 'address-needed' };
  const recipient = { ...job.recipient, ...(address && { address }) };
  const wanted: NewDispatchJob = {
    ...wantedOf(job),
    partner,
    recipient,
    journey: job.journey + 1,
    redispatchOf: job.jobId,
  };
  const next = newJob(wanted, places, at);
  const set = { redispatchedAs: next.jobId };
  return {
    is: 'again',
    next,
    step: { happened: 'redispatched', at, onlyIf: { revision: job.revision }, set },
  };
};
