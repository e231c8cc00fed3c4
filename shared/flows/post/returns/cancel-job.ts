import { cancelling } from '../../../domain/post/job/ends/cancel.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** The office takes a job back: at once while nobody has accepted it, else by asking the partner. */
export const cancelJob =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (ward: string, jobId: string, reason: string): Promise<Decided<'already' | 'too-late'>> =>
    decideOn(jobs, { ward }, jobId, (job) => {
      const decision = cancelling(job, reason, clock());
      return decision.is === 'step' ? decision.step : decision.is;
    });
