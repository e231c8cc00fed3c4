// Takes announcements of photographs and slips from postal partners, and shows a ward what has come.
import { S3Client } from '@aws-sdk/client-s3';
import { openPostWith } from '../shared/adapters/open-post-store.ts';
import { dynamoEvidenceShelf } from '../shared/adapters/dynamodb/post/evidence.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { type Answer, httpFunction, refuse, type Request } from '../shared/adapters/lambda/http.ts';
import { logPost } from '../shared/adapters/lambda/log-post.ts';
import { problemOf } from '../shared/adapters/lambda/post-answers.ts';
import { forPartner, type PartnerRequest, scopeOf, withBody } from '../shared/adapters/lambda/post-route.ts';
import { forWard } from '../shared/adapters/lambda/ward-route.ts';
import { s3Evidence } from '../shared/adapters/s3/evidence.ts';
import { EvidenceRequest } from '../shared/domain/post/evidence.ts';
import { announceEvidence } from '../shared/flows/post/announce-evidence.ts';
import { linkToEvidence, listEvidence } from '../shared/flows/post/look-at-evidence.ts';

const build = () => {
  const { DOCUMENTS_BUCKET } = readEnv({ DOCUMENTS_BUCKET: given });
  return openPostWith(({ dynamodb, tableName, vault }) => ({
    shelf: dynamoEvidenceShelf(dynamodb, tableName),
    files: s3Evidence(new S3Client(), DOCUMENTS_BUCKET, vault),
    hash: (text: string) => vault.hash(text),
  }));
};
type Post = Awaited<ReturnType<typeof build>>;

/** How long an address of a file works. */
const linkSeconds = 300;

const announce = async (post: Post, { partner, path, ...request }: PartnerRequest): Promise<Answer> =>
  withBody(request, EvidenceRequest, async (file) => {
    const id = path['id'] ?? '';
    const said = await announceEvidence(post)(partner, id, file);
    logPost('evidence', said.is, id);
    if (!('upload' in said)) return refuse(problemOf(said.is, request.language));
    return { status: 201, body: { evidenceId: said.evidence.evidenceId, upload: said.upload } };
  });

const list = async (post: Post, request: Request): Promise<Answer> => {
  const evidence = await listEvidence(post)(scopeOf(request), request.path['id'] ?? '');
  return evidence ? { status: 200, body: { evidence } } : refuse(problemOf('not-found', request.language));
};

const look = async (post: Post, request: Request): Promise<Answer> => {
  const { id = '', evidenceId = '' } = request.path;
  const url = await linkToEvidence(post)(scopeOf(request), id, evidenceId, linkSeconds);
  logPost('look-at-evidence', url === undefined ? 'not-found' : 'link', id);
  return url === undefined
    ? refuse(problemOf('not-found', request.language))
    : { status: 302, headers: { location: url }, body: { url } };
};

export const handler = httpFunction(build, {
  'POST /partner/v1/dispatch-jobs/{id}/evidence': forPartner(announce),
  'GET /partner/v1/dispatch-jobs/{id}/evidence': forPartner(list),
  'GET /v1/dispatch-jobs/{id}/evidence': forWard(list),
  'GET /v1/dispatch-jobs/{id}/evidence/{evidenceId}': forWard(look),
});
