import { arrangingPost, waitsForPost } from '../../../domain/post/job/ends/correct-address.ts';
import type { OfferedWaiting } from '../../../domain/post/partner/ward-requests.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { JobLists } from '../../../domain/post/job/job-lists.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';
import type { PlaceCatalogue } from '../../../domain/values/places/places.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { Refusal } from '../../../domain/api/problem.ts';
import { decideOn } from './decide-on.ts';

type Ports = {
  jobs: DispatchJobs;
  lists: Pick<JobLists, 'ofWard'>;
  posts: Pick<WardPosts, 'of'>;
  places: PlaceCatalogue;
  clock: Clock;
};

/**
 * A ward that has arranged its post offers every journey that waited for that. Whose address has gaps too goes on waiting,
 * and says for what. Again is harmless; each citizen is told once their journey is on offer.
 */
export const offerWaiting =
  ({ jobs, lists, posts, places, clock }: Ports) =>
  async (ward: string): Promise<({ is: 'offered' } & OfferedWaiting) | Refusal<'no-post-arranged'>> => {
    const arranged = await posts.of(ward);
    if (!arranged) return { is: 'no-post-arranged' };
    const offered: string[] = [];
    const waiting: OfferedWaiting['waiting'] = [];
    let cursor: string | undefined;
    do {
      const page = await lists.ofWard(ward, ['draft'], cursor);
      for (const { jobId } of page.items) {
        const said = await decideOn<'no-longer'>(jobs, { ward }, jobId, (job) =>
          waitsForPost(job) ? arrangingPost(job, arranged, places, clock()) : 'no-longer',
        );
        if (said.is === 'not-found') continue;
        const { state, waitsFor = [] } = said.job;
        if (said.is === 'done' && state === 'ready') offered.push(jobId);
        else if (state === 'draft') waiting.push({ jobId, waitsFor });
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
    return { is: 'offered', offered, waiting };
  };
