import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { mayHappen } from '../../../domain/post/job/dispatch-moves.ts';
import type { PlaceCatalogue } from '../../../domain/values/places/places.ts';
import type { RedispatchRequest } from '../../../domain/post/partner/ward-requests.ts';
import { carriersOf } from '../../../domain/post/partner/ward-partner.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';
import { redispatching } from '../../../domain/post/job/ends/redispatch.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; places: PlaceCatalogue; posts: WardPosts; clock: Clock };
export type Redispatched =
  | { is: 'done'; next: DispatchJob }
  | { is: 'address-needed' | 'partner-not-arranged' | 'invalid-transition' | 'in-progress' | 'not-found' };

/**
 * Sends papers that came back once more, as the next journey. The new job is put first, under its natural key: a
 * repeat after a crash finds it and only links the old one.
 */
export const redispatchJob =
  ({ jobs, places, posts, clock }: Ports) =>
  async (ward: string, jobId: string, to: RedispatchRequest): Promise<Redispatched> => {
    const job = await jobs.find({ ward }, jobId);
    if (!job) return { is: 'not-found' };
    if (to.partner !== undefined && !carriersOf(ward, await posts.of(ward)).includes(to.partner))
      return { is: 'partner-not-arranged' };
    if (job.redispatchedAs !== undefined) {
      const next = await jobs.find({ ward }, job.redispatchedAs);
      return next ? { is: 'done', next } : { is: 'not-found' };
    }
    if (!mayHappen('redispatched', job.state)) return { is: 'invalid-transition' };
    const decision = redispatching(job, to, places, clock());
    if (decision.is === 'address-needed') return decision;
    const put = await jobs.create(decision.next);
    const made = await jobs.step({ ward }, jobId, decision.step);
    if (made.is !== 'moved') return { is: 'in-progress' };
    return { is: 'done', next: put.is === 'existing' ? put.job : decision.next };
  };
