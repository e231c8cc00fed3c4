import type { JobScope } from '../../../domain/post/job/dispatch-job.ts';
import { type HandoverList, handoverListOf } from '../../../domain/post/paper/handover-list.ts';
import type { PlaceCatalogue } from '../../../domain/values/places/places.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { Manifests } from '../../../domain/post/paper/manifest.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';

type Ports = {
  jobs: Pick<DispatchJobs, 'find'>;
  manifests: Pick<Manifests, 'find'>;
  posts: WardPosts;
  partners: Pick<Partners, 'find'>;
  places: PlaceCatalogue;
};
type Listed = { is: 'listed'; list: HandoverList } | { is: 'not-found' | 'not-sealed' };

/** A sealed list as it goes on paper, for either side; names of people and offices are those of now. */
export const listHandover =
  ({ jobs, manifests, posts, partners, places }: Ports) =>
  async (scope: JobScope, manifestId: string): Promise<Listed> => {
    const manifest = await manifests.find(scope, manifestId);
    if (!manifest) return { is: 'not-found' };
    if (manifest.state === 'open') return { is: 'not-sealed' };
    const [found, post, partner] = await Promise.all([
      Promise.all(manifest.lines.map(({ jobId }) => jobs.find({ ward: manifest.ward }, jobId))),
      posts.of(manifest.ward),
      partners.find(manifest.partner),
    ]);
    const known = found.filter((job) => job !== undefined);
    const { name, phone, address } = post?.pickup ?? known[0]?.pickup ?? {};
    const parties = {
      office: name ?? manifest.ward,
      partner: partner?.name ?? manifest.partner,
      ...(address?.line1 && { address: address.line1 }),
      ...(phone && { phone }),
    };
    return { is: 'listed', list: handoverListOf(manifest, known, places, parties) };
  };
