import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import type { Page } from '../../../domain/post/job/dispatch-jobs.ts';
import { type JobState } from '../../../domain/post/job/dispatch-moves.ts';
import type { JobLists } from '../../../domain/post/job/job-lists.ts';
import { carriersOf } from '../../../domain/post/partner/ward-partner.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';
import type { Clock } from '../../../domain/values/instant.ts';

type Ports = { lists: Pick<JobLists, 'ofWard' | 'waitingIn'>; posts: WardPosts; clock: Clock };

/** What is on offer lies by partner, and no ward has more of it than this on one page. */
const onOfferAtMost = 100;
const onOffer: readonly JobState[] = ['ready', 'leased'];

/** Journeys of a ward in these states, those on offer too. */
export const listJourneys =
  ({ lists, posts, clock }: Ports) =>
  async (ward: string, states: readonly JobState[], cursor?: string): Promise<Page<DispatchJob>> => {
    const others = states.filter((state) => !onOffer.includes(state));
    const carriers = carriersOf(ward, await posts.of(ward));
    const offered = states.filter((state) => onOffer.includes(state) && cursor === undefined);
    const [page, ...waiting] = await Promise.all([
      others.length === 0 ? { items: [] } : lists.ofWard(ward, others, cursor),
      ...offered.map((state) => lists.waitingIn(ward, carriers, state, clock(), onOfferAtMost)),
    ]);
    return { ...page, items: [...waiting.flat(), ...page.items] };
  };
