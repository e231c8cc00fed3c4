import { answeringRedirect } from '../../../domain/post/job/ends/redirect.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { PartnerAnswer } from '../../../domain/post/partner/partner-requests.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';

type Ports = { jobs: DispatchJobs; clock: Clock };

/** The partner says whether it brings the papers to the other address. The same answer again is the same. */
export const answerRedirect =
  ({ jobs, clock }: Ports) =>
  async (
    partner: string,
    jobId: string,
    answer: PartnerAnswer,
  ): Promise<Decided<'already' | 'not-redirected'>> =>
    decideOn<'already' | 'not-redirected'>(jobs, { partner }, jobId, (job) =>
      answeringRedirect(job, answer, clock()),
    );

/**
 * The ward writes down what a partner said on the telephone or at the counter: one that has no program, or a carrier whose
 * interface knows no other address. Any other partner answers for itself.
 */
export const noteRedirectAnswer =
  (ports: Ports & { partners: Pick<Partners, 'find'> }) =>
  async (
    ward: string,
    jobId: string,
    answer: PartnerAnswer,
  ): Promise<Decided<'already' | 'not-redirected' | 'partner-answers-itself'>> => {
    const job = await ports.jobs.find({ ward }, jobId);
    if (!job) return { is: 'not-found' };
    const partner = await ports.partners.find(job.partner);
    if (!partner?.onPaper && partner?.carrier === undefined) return { is: 'partner-answers-itself', job };
    return answerRedirect(ports)(job.partner, jobId, answer);
  };
