import type { JobScope } from '../../../domain/post/job/dispatch-job.ts';
import type { Manifest } from '../../../domain/post/paper/manifest.ts';
import type { ManifestRequest } from '../../../domain/post/partner/ward-requests.ts';
import type { Refusal } from '../../../domain/api/problem.ts';
import { openManifest } from './open-manifest.ts';
import { waitingForList } from '../office/waiting-for-list.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';

type Ports = Parameters<typeof openManifest>[0] &
  Parameters<typeof waitingForList>[0] & { posts: Pick<WardPosts, 'of'> };

/**
 * Either side of the counter begins a hand-over list: of these jobs, or of all that wait. The side that asks is known;
 * the other one is named, or is the partner that the ward prefers. The same name again is the same list.
 */
export const askForManifest =
  (ports: Ports) =>
  async (
    scope: JobScope,
    { name, jobIds, ...named }: ManifestRequest,
  ): Promise<
    { is: 'created' | 'existing'; manifest: Manifest } | Refusal<'nothing-to-seal' | 'not-found'>
  > => {
    const { ward = '', partner: asked } = { ...named, ...scope };
    const partner = asked ?? (await ports.posts.of(ward))?.partners[0] ?? '';
    const manifestId = [ward, partner, name].join('_');
    const wanted = jobIds ?? (await waitingForList(ports)(ward, partner));
    // A job's id begins with its ward, and only a list of one ward can be handed over there.
    if (wanted.some((jobId) => !jobId.startsWith(`${ward}_`))) return { is: 'not-found' };
    if (wanted.length === 0) return { is: 'nothing-to-seal' };
    const is = await openManifest(ports)({ manifestId, ward, partner, jobIds: wanted });
    const manifest = await ports.manifests.find(scope, manifestId);
    return manifest ? { is, manifest } : { is: 'not-found' };
  };
