import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import type { CodeTable } from '../../../domain/post/tracking/carrier-codes.ts';
import { plainNumber } from '../../../domain/post/tracking/s10.ts';
import { judgeScan, type TrackingProblem } from '../../../domain/post/tracking/tracking.ts';
import type { TrackingRecord } from '../../../domain/post/tracking/tracking-record.ts';
import type { TrackingEvent } from '../../../domain/post/tracking/tracking-event.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

export type TrackingResult =
  | { outcome: 'APPLIED'; before: DispatchJob; job: DispatchJob }
  | { outcome: 'RECORDED' | 'QUARANTINED'; note: TrackingRecord['note']; job: DispatchJob }
  | { outcome: 'DUPLICATE' }
  | { outcome: 'REJECTED'; problem: TrackingProblem | 'not-found' | 'event-id-reused' | 'in-progress' };

/**
 * Takes one tracking event: its record and its effect are one write, so a redelivery either finds both or makes both.
 * When the job changes under our hands the event is judged again.
 */
export const recordTracking =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (partner: string, event: TrackingEvent, table: CodeTable): Promise<TrackingResult> => {
    const number = event.trackingNumber && plainNumber(event.trackingNumber);
    const scan = { ...event, ...(number && { trackingNumber: number }) };
    for (let tries = 1; tries <= 5; tries += 1) {
      const job = event.jobId
        ? await jobs.find({ partner }, event.jobId)
        : await jobs.findByTrackingNumber({ partner }, number ?? '');
      if (!job) return { outcome: 'REJECTED', problem: 'not-found' };
      const verdict = judgeScan(job, scan, table, clock());
      if (verdict.is === 'rejected') return { outcome: 'REJECTED', problem: verdict.problem };
      const { record, step } = verdict;
      const recorded = await jobs.record({ partner }, record, step);
      switch (recorded.is) {
        case 'duplicate':
          return sameScan(recorded.record.event, scan)
            ? { outcome: 'DUPLICATE' }
            : { outcome: 'REJECTED', problem: 'event-id-reused' };
        case 'recorded':
          return record.outcome === 'APPLIED'
            ? { outcome: record.outcome, before: recorded.before, job: recorded.job }
            : { outcome: record.outcome, note: record.note, job: recorded.job };
        case 'changed':
      }
    }
    return { outcome: 'REJECTED', problem: 'in-progress' };
  };

/** One id may not stand for two happenings; texts and places may have been reworded meanwhile. */
const sameScan = (a: TrackingEvent, b: TrackingEvent): boolean =>
  a.code === b.code && a.occurredAt === b.occurredAt && a.leg === b.leg;
