import { underway } from '../../../domain/post/job/dispatch-moves.ts';
import type { DispatchJob, JobScope } from '../../../domain/post/job/dispatch-job.ts';
import { deliverersOf, wardOf } from '../../../domain/post/partner/ward-partner.ts';
import { type Visits, visitList } from '../../../domain/post/paper/visit-list.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';

/** Whom a ward's own people visit, with all that they carry for this ward, or for every ward they work for. */
export const listVisits =
  ({ jobs }: { jobs: Pick<DispatchJobs, 'heldBy'> }) =>
  async (ward: string | undefined, partner: string): Promise<Visits> => {
    const carried: DispatchJob[] = [];
    let cursor: string | undefined;
    do {
      const page = await jobs.heldBy(partner, underway, cursor);
      carried.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return visitList(carried.filter((job) => ward === undefined || job.ward === ward));
  };

type Seeing = { jobs: Pick<DispatchJobs, 'heldBy'>; posts: Pick<WardPosts, 'of'> };

/** The visits of whoever brings results home: as the ward sees them, and as they see them themselves. */
export const visitsOf =
  (ports: Seeing) =>
  async (scope: JobScope): Promise<{ hamlets: Visits; agency: string }> => {
    const of = 'ward' in scope ? scope.ward : wardOf(scope.partner);
    const arranged = of === undefined ? undefined : await ports.posts.of(of);
    const deliverers = 'ward' in scope ? deliverersOf(scope.ward, arranged) : scope.partner;
    const hamlets = await listVisits(ports)('ward' in scope ? scope.ward : undefined, deliverers);
    return { hamlets, agency: arranged?.pickup.name ?? deliverers };
  };
