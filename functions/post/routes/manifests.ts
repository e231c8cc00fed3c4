import type { Answer, Request, Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { logPost } from '../../../shared/adapters/lambda/log/post.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import {
  forPartner,
  forWard,
  type KnownCaller,
  withBody,
} from '../../../shared/adapters/lambda/http/route.ts';
import { HandoverCount, WardCount } from '../../../shared/domain/post/paper/manifest.ts';
import { ManifestRequest, NoFields } from '../../../shared/domain/post/partner/ward-requests.ts';
import { sealForWard } from '../../../shared/flows/post/partner/accept-on-paper.ts';
import { askForManifest } from '../../../shared/flows/post/paper/ask-for-manifest.ts';
import { type Confirmed, confirmHandover } from '../../../shared/flows/post/office/confirm-handover.ts';
import { confirmOnPaper } from '../../../shared/flows/post/partner/confirm-on-paper.ts';
import { type Sealed, sealManifest } from '../../../shared/flows/post/paper/seal-manifest.ts';
import type { PostStore } from '../../../shared/adapters/open-post-store.ts';

type Ports = PostStore & { sha256: (text: string) => string };
type Asked = Request & KnownCaller;

const idOf = ({ path }: Request): string => path['id'] ?? '';

const open = withBody(ManifestRequest, async (post: Ports, request: Asked, wanted): Promise<Answer> => {
  const said = await askForManifest(post)(request.scope, wanted);
  if (!('manifest' in said)) return refused(said, request);
  return { status: said.is === 'created' ? 201 : 200, body: said.manifest };
});

const read = async ({ manifests }: Ports, request: Asked): Promise<Answer> => {
  const manifest = await manifests.find(request.scope, idOf(request));
  return manifest ? { status: 200, body: manifest } : refused({ is: 'not-found' }, request);
};

const sealedAnswer = (said: Sealed, request: Request): Answer => {
  logPost('seal', said.is, idOf(request));
  if (said.is !== 'sealed') return refused(said, request);
  return { status: 200, body: { manifest: said.manifest, leftOff: said.leftOff } };
};

const countedAnswer = (said: Confirmed, request: Request): Answer => {
  logPost('handover', said.is, idOf(request));
  return said.is === 'counted' ? { status: 200, body: { manifest: said.manifest } } : refused(said, request);
};

/** Hand-over lists, the same for both sides of the counter; whose it is comes from the token. */
export const manifestRoutes: Routes<Ports> = {
  'POST /v1/manifests': forWard(open),
  'POST /partner/v1/manifests': forPartner(open),
  'GET /v1/manifests/{id}': forWard(read),
  'GET /partner/v1/manifests/{id}': forPartner(read),
  'POST /v1/manifests/{id}/seal': forWard(
    withBody(NoFields, async (post, request) =>
      sealedAnswer(await sealForWard(post)(request.ward, idOf(request)), request),
    ),
  ),
  'POST /partner/v1/manifests/{id}/seal': forPartner(
    withBody(NoFields, async (post, request) =>
      sealedAnswer(await sealManifest(post)(request.scope, idOf(request)), request),
    ),
  ),
  'POST /v1/manifests/{id}/confirm-handover': forWard(
    withBody(WardCount, async (post, request, count) =>
      countedAnswer(await confirmOnPaper(post)(request.ward, idOf(request), count), request),
    ),
  ),
  'POST /partner/v1/manifests/{id}/confirm-handover': forPartner(
    withBody(HandoverCount, async (post, request, count) =>
      countedAnswer(await confirmHandover(post)(request.scope, idOf(request), count), request),
    ),
  ),
};
