import { closing, receivingReturn } from '../../../domain/post/job/ends/redispatch.ts';
import type { ReturnRequest } from '../../../domain/post/job/ends/returns.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** The office has the papers in its hands again: custody is closed, the citizen may collect them. */
export const confirmReturn =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (
    ward: string,
    jobId: string,
    request: ReturnRequest,
  ): Promise<Decided<'already' | 'reason-needed'>> =>
    decideOn(jobs, { ward }, jobId, (job) =>
      job.reached['return-received'] ? 'already' : receivingReturn(job, request, clock()),
    );

/** The papers were collected at the counter or filed: the job is over. */
export const closeJob =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (ward: string, jobId: string): Promise<Decided<'already'>> =>
    decideOn(jobs, { ward }, jobId, (job) => (job.state === 'closed' ? 'already' : closing(job, clock())));
