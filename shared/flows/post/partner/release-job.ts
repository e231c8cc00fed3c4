import { releasing } from '../../../domain/post/job/lease.ts';
import type { ReleaseRequest } from '../../../domain/post/partner/partner-requests.ts';
import { type LeaseAnswer, leaseAnswer } from './lease-answer.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** Gives a job back unharmed, to be offered again at once or not before an instant. */
export const releaseJob =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (
    partner: string,
    jobId: string,
    { leaseEpoch, reason, notBefore }: ReleaseRequest,
  ): Promise<LeaseAnswer> =>
    leaseAnswer(await jobs.step({ partner }, jobId, releasing(clock(), leaseEpoch, reason, notBefore)));
