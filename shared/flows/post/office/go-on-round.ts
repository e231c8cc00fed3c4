import type { Visits } from '../../../domain/post/paper/visit-list.ts';
import { deliverersOf } from '../../../domain/post/partner/ward-partner.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { type Begun, beginRound } from './begin-round.ts';
import { listVisits } from '../paper/list-visits.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';

type Ports = Parameters<typeof beginRound>[0] & { posts: Pick<WardPosts, 'of'> };

/** Whoever brings results home for this ward sets out: what was taken along, what was left and why, and whom to visit. */
export const goOnRound =
  (ports: Ports) =>
  async (
    ward: Ward,
    round: Parameters<ReturnType<typeof beginRound>>[2],
  ): Promise<Begun & { hamlets: Visits }> => {
    const deliverers = deliverersOf(ward, await ports.posts.of(ward));
    const begun = await beginRound(ports)(ward, deliverers, round);
    return { ...begun, hamlets: await listVisits(ports)(ward, deliverers) };
  };
