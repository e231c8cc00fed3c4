import { afterRejection, rejecting } from '../../../domain/post/job/lease.ts';
import type { RejectRequest } from '../../../domain/post/partner/partner-requests.ts';
import { type LeaseAnswer, leaseAnswer } from './lease-answer.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';

type Ports = { jobs: DispatchJobs; partners: Partners; clock: Clock };

/**
 * A partner refuses a job for good. It goes to the ward's next partner, or the ward has to look at it. Should we stop
 * in between, the job stays rejected and a timer finds it.
 */
export const rejectJob =
  ({ jobs, partners, clock }: Ports) =>
  async (partner: string, jobId: string, { leaseEpoch, reason }: RejectRequest): Promise<LeaseAnswer> => {
    const known = await jobs.find({ partner }, jobId);
    if (!known) return { is: 'not-found' };
    const at = clock();
    const made = await jobs.step({ partner }, jobId, rejecting(at, leaseEpoch, known, reason));
    if (made.is !== 'moved') return leaseAnswer(made);
    const others = await partners.ofWard(made.job.ward);
    await jobs.step({ ward: made.job.ward }, jobId, afterRejection(at, made.job, others));
    return leaseAnswer(made);
  };
