import { refusingRecall } from '../../../domain/post/job/ends/cancel.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** The partner cannot bring the papers back any more; to bring them back it simply scans them as returning. */
export const refuseRecall =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (partner: string, jobId: string, reason: string): Promise<Decided<'not-recalled'>> =>
    decideOn(jobs, { partner }, jobId, (job) =>
      job.recall && job.recall.answer === undefined ? refusingRecall(job, reason, clock()) : 'not-recalled',
    );
