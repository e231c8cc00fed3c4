import { offering } from '../../../domain/post/job/lease.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';
import { carriersOf } from '../../../domain/post/partner/ward-partner.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';
import type { Refusal } from '../../../domain/api/problem.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** A person has looked at a refused or dead job and offers it again, to this partner, if it is one of the ward's. */
export const offerAgain =
  ({ jobs, posts, clock }: { jobs: DispatchJobs; posts: WardPosts; clock: Clock }) =>
  async (
    ward: string,
    jobId: string,
    partner: string,
  ): Promise<Decided<never> | Refusal<'partner-not-arranged'>> =>
    carriersOf(ward, await posts.of(ward)).includes(partner)
      ? decideOn<never>(jobs, { ward }, jobId, (job) => offering(clock(), job, partner))
      : { is: 'partner-not-arranged' };
