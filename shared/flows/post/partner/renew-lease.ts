import { renewing } from '../../../domain/post/job/lease.ts';
import type { RenewRequest } from '../../../domain/post/partner/partner-requests.ts';
import { type LeaseAnswer, leaseAnswer } from './lease-answer.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** Keeps a lease for so many seconds from now, also one that has lapsed and that nobody took. */
export const renewLease =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (partner: string, jobId: string, { leaseEpoch, leaseSeconds }: RenewRequest): Promise<LeaseAnswer> =>
    leaseAnswer(await jobs.step({ partner }, jobId, renewing(clock(), leaseEpoch, leaseSeconds)));
