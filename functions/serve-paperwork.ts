// Gives partners and ward offices what goes with the papers: labels and hand-over lists.
import { createHash } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { openPost } from '../shared/adapters/dynamodb/post/open-post.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { onColdStart } from '../shared/adapters/lambda/cold-start.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { type Answer, httpFunction, refuse, type Request } from '../shared/adapters/lambda/http.ts';
import { logPost } from '../shared/adapters/lambda/log-post.ts';
import { problemOf } from '../shared/adapters/lambda/post-answers.ts';
import { forPartner, type PartnerRequest, verbs, withBody } from '../shared/adapters/lambda/post-route.ts';
import { forWard } from '../shared/adapters/lambda/ward-route.ts';
import { typstLabels } from '../shared/adapters/pdf/label-press.ts';
import type { Scope } from '../shared/domain/post/dispatch-job.ts';
import { underway } from '../shared/domain/post/dispatch-moves.ts';
import { csvOf, handoverListOf } from '../shared/domain/post/handover-list.ts';
import { HandoverCount } from '../shared/domain/post/manifest.ts';
import { visitList } from '../shared/domain/post/visit-list.ts';
import { ManifestRequest, NoFields } from '../shared/domain/post/ward-requests.ts';
import { zplOf } from '../shared/domain/post/zpl.ts';
import { confirmHandover } from '../shared/flows/post/confirm-handover.ts';
import { openManifest } from '../shared/flows/post/open-manifest.ts';
import { printLabel } from '../shared/flows/post/print-label.ts';
import { sealManifest } from '../shared/flows/post/seal-manifest.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given, PUBLIC_URL: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  return {
    ...openPost(dynamodb, env.TABLE_NAME, vault, now),
    sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
    linkOf: (jobId: string) => `${env.PUBLIC_URL}/buu-gui/${vault.hash(`label/${jobId}`).slice(0, 22)}`,
  };
};
type Post = Awaited<ReturnType<typeof build>>;
const scopeOf = ({ ward, partner = '' }: Request): Scope => (ward === undefined ? { partner } : { ward });

/** Loading the press takes longer than a label of dots, so only those who want paper wait for it. */
const press = onColdStart(() => typstLabels());

const label = async (post: Post, request: Request): Promise<Answer> => {
  const { path, query, language } = request;
  const format = query['format'] ?? 'pdf-a6';
  if (format !== 'zpl' && format !== 'pdf-a6')
    return refuse(problemOf('not-found', language, 'format: zpl or pdf-a6'));
  const print = printLabel({ ...post, places: await post.places() });
  const { decided, label: printed } = await print(scopeOf(request), path['id'] ?? '');
  logPost('label', decided.is, path['id']);
  if (!printed) return refuse(problemOf(decided.is, language));
  if (format === 'zpl') return { status: 200, body: zplOf(printed), type: 'application/vnd.zebra-zpl' };
  const pressed = (await press())(printed);
  return pressed.ok
    ? { status: 200, body: pressed.pdf, type: 'application/pdf' }
    : refuse(problemOf('character-missing', language));
};

const open = async (post: Post, request: Request): Promise<Answer> =>
  withBody(request, ManifestRequest, async ({ name, jobIds, ...named }) => {
    const ward = request.ward ?? named.ward ?? '';
    const partner = request.partner ?? named.partner ?? (await post.posts.of(ward))?.partners[0] ?? '';
    const manifestId = [ward, partner, name].join('_');
    const opened = await openManifest(post)({ manifestId, ward, partner, jobIds });
    const manifest = await post.manifests.find(scopeOf(request), manifestId);
    return { status: opened === 'created' ? 201 : 200, body: manifest };
  });

const listVerbs = verbs<Post, Request>({
  seal: async (post, { id, ...request }) =>
    withBody(request, NoFields, async () => {
      const made = await sealManifest(post)(scopeOf(request), id);
      logPost('seal', made.is, id);
      if (made.is !== 'sealed') return refuse(problemOf(made.is, request.language));
      return { status: 200, body: { manifest: made.manifest, leftOff: made.leftOff } };
    }),
  'confirm-handover': async (post, { id, ...request }) =>
    withBody(request, HandoverCount, async (count) => {
      const made = await confirmHandover(post)(scopeOf(request), id, count);
      logPost('handover', made.is, id);
      if (made.is !== 'counted') return refuse(problemOf(made.is, request.language));
      return { status: 200, body: { manifest: made.manifest } };
    }),
});

const list = async (post: Post, request: Request): Promise<Answer> => {
  const manifest = await post.manifests.find(scopeOf(request), request.path['id'] ?? '');
  return manifest ? { status: 200, body: manifest } : refuse(problemOf('not-found', request.language));
};

const document = async (post: Post, request: Request): Promise<Answer> => {
  const scope = scopeOf(request);
  const manifest = await post.manifests.find(scope, request.path['id'] ?? '');
  if (!manifest) return refuse(problemOf('not-found', request.language));
  if (manifest.state === 'open') return refuse(problemOf('not-sealed', request.language));
  const found = await Promise.all(manifest.lines.map(({ jobId }) => post.jobs.find(scope, jobId)));
  const jobs = found.filter((job) => job !== undefined);
  return {
    status: 200,
    body: csvOf(handoverListOf(manifest, jobs, await post.places())),
    type: 'text/csv',
    headers: { 'content-disposition': `attachment; filename="${manifest.manifestId}.csv"` },
  };
};

const visits = async (post: Post, { partner }: PartnerRequest): Promise<Answer> => ({
  status: 200,
  body: { hamlets: visitList((await post.jobs.heldBy(partner, underway)).items) },
});

// The same for both sides of the counter; whose it is comes from the token.
export const handler = httpFunction(build, {
  'GET /v1/dispatch-jobs/{id}/label': forWard(label),
  'POST /v1/manifests': forWard(open),
  'POST /v1/manifests/{action}': forWard(listVerbs),
  'GET /v1/manifests/{id}': forWard(list),
  'GET /v1/manifests/{id}/document': forWard(document),
  'GET /partner/v1/dispatch-jobs/{id}/label': forPartner(label),
  'POST /partner/v1/manifests': forPartner(open),
  'POST /partner/v1/manifests/{action}': forPartner(listVerbs),
  'GET /partner/v1/manifests/{id}': forPartner(list),
  'GET /partner/v1/manifests/{id}/document': forPartner(document),
  'GET /partner/v1/visits': forPartner(visits),
});
