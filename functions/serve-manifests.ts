// Lets partners and ward offices make hand-over lists: open one, seal it, and say what was counted.
import { createHash } from 'node:crypto';
import { openPostWith } from '../shared/adapters/open-post-store.ts';
import { type Answer, httpFunction, refuse, type Request } from '../shared/adapters/lambda/http.ts';
import { logPost } from '../shared/adapters/lambda/log-post.ts';
import { problemOf } from '../shared/adapters/lambda/post-answers.ts';
import { forPartner, scopeOf, verbs, withBody } from '../shared/adapters/lambda/post-route.ts';
import { forWard } from '../shared/adapters/lambda/ward-route.ts';
import { HandoverCount, WardCount } from '../shared/domain/post/manifest.ts';
import { ManifestRequest, NoFields } from '../shared/domain/post/ward-requests.ts';
import { acceptOnPaper } from '../shared/flows/post/accept-on-paper.ts';
import { confirmHandover } from '../shared/flows/post/confirm-handover.ts';
import { confirmOnPaper } from '../shared/flows/post/confirm-on-paper.ts';
import { openManifest } from '../shared/flows/post/open-manifest.ts';
import { sealManifest } from '../shared/flows/post/seal-manifest.ts';
import { waitingForList } from '../shared/flows/post/waiting-for-list.ts';

const build = () =>
  openPostWith(() => ({ sha256: (text: string) => createHash('sha256').update(text).digest('hex') }));
type Post = Awaited<ReturnType<typeof build>>;

const open = async (post: Post, request: Request): Promise<Answer> =>
  withBody(request, ManifestRequest, async ({ name, jobIds, ...named }) => {
    const ward = request.ward ?? named.ward ?? '';
    const partner = request.partner ?? named.partner ?? (await post.posts.of(ward))?.partners[0] ?? '';
    const manifestId = [ward, partner, name].join('_');
    const wanted = jobIds ?? (await waitingForList(post)(ward, partner));
    if (wanted.length === 0) return refuse(problemOf('nothing-to-seal', request.language));
    const opened = await openManifest(post)({ manifestId, ward, partner, jobIds: wanted });
    const manifest = await post.manifests.find(scopeOf(request), manifestId);
    return { status: opened === 'created' ? 201 : 200, body: manifest };
  });

const listVerbs = verbs<Post, Request>({
  seal: async (post, { id, ...request }) =>
    withBody(request, NoFields, async () => {
      const { ward } = request;
      const begun = ward && (await post.manifests.find({ ward }, id));
      if (begun && begun.state === 'open') await acceptOnPaper(post)(ward, begun);
      const made = await sealManifest(post)(scopeOf(request), id);
      logPost('seal', made.is, id);
      if (made.is !== 'sealed') return refuse(problemOf(made.is, request.language));
      return { status: 200, body: { manifest: made.manifest, leftOff: made.leftOff } };
    }),
  'confirm-handover': async (post, { id, ...request }) =>
    withBody(request, request.ward === undefined ? HandoverCount : WardCount, async (count) => {
      const { ward } = request;
      const made =
        ward === undefined
          ? await confirmHandover(post)(scopeOf(request), id, count)
          : await confirmOnPaper(post)(ward, id, count);
      logPost('handover', made.is, id);
      if (made.is !== 'counted') return refuse(problemOf(made.is, request.language));
      return { status: 200, body: { manifest: made.manifest } };
    }),
});

const read = async (post: Post, request: Request): Promise<Answer> => {
  const manifest = await post.manifests.find(scopeOf(request), request.path['id'] ?? '');
  return manifest ? { status: 200, body: manifest } : refuse(problemOf('not-found', request.language));
};

// The same for both sides of the counter; whose it is comes from the token.
export const handler = httpFunction(build, {
  'POST /v1/manifests': forWard(open),
  'POST /v1/manifests/{action}': forWard(listVerbs),
  'GET /v1/manifests/{id}': forWard(read),
  'POST /partner/v1/manifests': forPartner(open),
  'POST /partner/v1/manifests/{action}': forPartner(listVerbs),
  'GET /partner/v1/manifests/{id}': forPartner(read),
});
