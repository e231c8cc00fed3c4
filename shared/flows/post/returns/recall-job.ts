import { recalling } from '../../../domain/post/job/ends/cancel.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** The office asks for papers that are on their way; the partner sees it in its feed. */
export const recallJob =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (ward: string, jobId: string, reason: string): Promise<Decided<'already'>> =>
    decideOn(jobs, { ward }, jobId, (job) =>
      job.recall && job.recall.answer === undefined ? 'already' : recalling(job, reason, clock()),
    );
