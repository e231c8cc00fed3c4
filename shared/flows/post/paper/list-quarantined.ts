import { type QuarantinedScan, quarantinedScan } from '../../../domain/post/tracking/correct-end.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { JobLists } from '../../../domain/post/job/job-lists.ts';

type Ports = { lists: Pick<JobLists, 'quarantined'>; jobs: Pick<DispatchJobs, 'find'> };

/** Scans that contradict how a journey ended and that nobody has settled yet, the oldest first. */
export const listQuarantined =
  ({ lists, jobs }: Ports) =>
  async (ward: string): Promise<QuarantinedScan[]> => {
    const records = await lists.quarantined(ward);
    const shown = await Promise.all(
      records.map(async (record) => {
        const job = await jobs.find({ ward }, record.jobId);
        return job && quarantinedScan(record, job);
      }),
    );
    return shown.filter((scan) => scan !== undefined);
  };
