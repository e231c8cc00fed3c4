import { type Change, changeOf } from '../../../domain/post/job/change.ts';
import type { DispatchJob, JobScope } from '../../../domain/post/job/dispatch-job.ts';
import { type JobStep, takeStep } from '../../../domain/post/job/job-step.ts';
import { booksChange } from '../../../domain/post/money/books-change.ts';
import type { TrackingRecord } from '../../../domain/post/tracking/tracking-record.ts';
import { type MemoryCash, memoryCash } from './cash-books.ts';
import { mayClaim } from './may-claim.ts';
import type { JobClaim, DispatchJobs, Stepped } from '../../../domain/post/job/dispatch-jobs.ts';

const mine = (scope: JobScope, job: DispatchJob | undefined): DispatchJob | undefined =>
  job && ('ward' in scope ? job.ward === scope.ward : job.partner === scope.partner) ? job : undefined;

/** Dispatch jobs in memory: every method is one moment, as one conditional write is. */
export const memoryDispatchJobs = (
  cash: MemoryCash = memoryCash(),
  jobs: Map<string, DispatchJob> = new Map(),
): DispatchJobs => {
  const numbers = new Map<string, string>();
  const claims = new Map<string, JobClaim>();
  const records = new Map<string, TrackingRecord>();
  const feed: Change[] = [];

  const step = (scope: JobScope, jobId: string, wanted: JobStep): Stepped => {
    const before = mine(scope, jobs.get(jobId));
    if (!before) return { is: 'unknown' };
    const taken = takeStep(before, wanted);
    if (taken.is === 'refused') return { ...taken, job: before };
    const number = wanted.reserves?.trackingNumber;
    if (number !== undefined && (numbers.get(number) ?? jobId) !== jobId) return { is: 'taken' };
    if (number !== undefined) numbers.set(number, jobId);
    jobs.set(jobId, taken.job);
    cash.write(booksChange(before, taken.job), taken.job);
    if (wanted.change) feed.push(changeOf(wanted.change, before.partner, taken.job));
    return { is: 'moved', before, job: taken.job };
  };

  return {
    create: async (job) => {
      const existing = jobs.get(job.jobId);
      if (existing) return { is: 'existing', job: existing };
      jobs.set(job.jobId, job);
      return { is: 'created' };
    },
    find: async (scope, jobId) => mine(scope, jobs.get(jobId)),
    findByTrackingNumber: async (scope, number) => mine(scope, jobs.get(numbers.get(number) ?? '')),
    step: async (...wanted) => step(...wanted),
    claimable: async (partner, now, limit, filter) =>
      [...jobs.values()]
        .filter((job) => job.partner === partner && mayClaim(job, now, filter))
        .toSorted((a, b) => (offerKey(a) < offerKey(b) ? -1 : 1))
        .slice(0, limit),
    openClaim: async (partner, claim) => {
      const key = `${partner}#${claim.request.claimId}`;
      const earlier = claims.get(key);
      if (!earlier) claims.set(key, claim);
      if (!earlier) return { is: 'opened' };
      const same = JSON.stringify(earlier.request) === JSON.stringify(claim.request);
      return same ? { is: 'repeated', claim: earlier } : { is: 'reused' };
    },
    findClaim: async (partner, claimId) => claims.get(`${partner}#${claimId}`),
    heldBy: async (partner, states, cursor = '') => {
      const held = [...jobs.values()]
        .filter((job) => job.partner === partner && states.includes(job.state) && job.jobId > cursor)
        .toSorted((a, b) => (a.jobId < b.jobId ? -1 : 1));
      const items = held.slice(0, 100);
      const last = items.at(-1);
      return { items, ...(held.length > items.length && last && { cursor: last.jobId }) };
    },
    record: async (scope, record, wanted) => {
      const key = `${record.jobId}#${record.identity}`;
      const earlier = records.get(key);
      if (earlier) return { is: 'duplicate', record: earlier };
      const made = step(scope, record.jobId, wanted);
      if (made.is !== 'moved') return { is: 'changed' };
      records.set(key, record);
      return { is: 'recorded', before: made.before, job: made.job };
    },
    settleScan: async (scope, jobId, identity, settled) => {
      const record = records.get(`${jobId}#${identity}`);
      if (record && mine(scope, jobs.get(jobId))) records.set(`${jobId}#${identity}`, { ...record, settled });
    },
    events: async (scope, jobId) =>
      [...records.values()]
        .filter((record) => record.jobId === jobId && mine(scope, jobs.get(jobId)))
        .toSorted((a, b) => (a.event.occurredAt < b.event.occurredAt ? -1 : 1)),
    changes: async (partner, after = '', upTo, limit) =>
      feed
        .filter((change) => change.partner === partner && change.changeId > after && change.at <= upTo)
        .toSorted((a, b) => (a.changeId < b.changeId ? -1 : 1))
        .slice(0, limit),
  };
};

const offerKey = ({ priority, visibleAt, createdAt, jobId }: DispatchJob): string =>
  [priority, visibleAt, createdAt, jobId].join('#');
