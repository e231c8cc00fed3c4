import { type SettleRequest, settlingDispute } from '../../../domain/post/money/confirm-cash.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** A person says how a dispute about a job's cash ended. The same again is the same. */
export const settleDispute =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (
    ward: string,
    jobId: string,
    request: SettleRequest,
    client: string,
  ): Promise<Decided<'already' | 'not-disputed'>> =>
    decideOn(jobs, { ward }, jobId, (job) => {
      if (job.cod.settled?.reason === request.reason) return 'already';
      return settlingDispute(job, request, client, clock()) ?? 'not-disputed';
    });
