import { answeringCancel } from '../../../domain/post/job/ends/cancel.ts';
import type { PartnerAnswer } from '../../../domain/post/partner/partner-requests.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** The partner says whether it could still stop. The same answer again is the same. */
export const answerCancel =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (partner: string, jobId: string, answer: PartnerAnswer): Promise<Decided<'already'>> =>
    decideOn(jobs, { partner }, jobId, (job) => {
      const given = job.state !== 'cancel-requested' && job.cancel?.answer;
      return given === (answer.confirmed ? 'confirmed' : answer.reason)
        ? 'already'
        : answeringCancel(job, answer, clock());
    });
