import type { Answer, Request, Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { logPost } from '../../../shared/adapters/lambda/log/post.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import {
  forPartner,
  forWard,
  type KnownCaller,
  withBody,
} from '../../../shared/adapters/lambda/http/route.ts';
import { EvidenceRequest } from '../../../shared/domain/post/evidence/evidence.ts';
import { announceEvidence } from '../../../shared/flows/post/partner/announce-evidence.ts';
import { linkToEvidence, listEvidence } from '../../../shared/flows/post/partner/look-at-evidence.ts';
import type { PostWithEvidence } from '../../../shared/adapters/open-evidence.ts';

type Asked = Request & KnownCaller;

const idOf = ({ path }: Request): string => path['id'] ?? '';

const list = async (post: PostWithEvidence, request: Asked): Promise<Answer> => {
  const evidence = await listEvidence(post)(request.scope, idOf(request));
  return evidence ? { status: 200, body: { evidence } } : refused({ is: 'not-found' }, request);
};

/** Photographs and slips: announced and sent by partners, looked at by whoever has the job. */
export const evidenceRoutes: Routes<PostWithEvidence> = {
  'POST /partner/v1/dispatch-jobs/{id}/evidence': forPartner(
    withBody(EvidenceRequest, async (post, request, file) => {
      const said = await announceEvidence(post)(request.partner, idOf(request), file);
      logPost('evidence', said.is, idOf(request));
      if (!('upload' in said)) return refused(said, request);
      return { status: 201, body: { evidenceId: said.evidence.evidenceId, upload: said.upload } };
    }),
  ),
  'GET /partner/v1/dispatch-jobs/{id}/evidence': forPartner(list),
  'GET /v1/dispatch-jobs/{id}/evidence': forWard(list),
  'GET /v1/dispatch-jobs/{id}/evidence/{evidenceId}': forWard(async (post, request) => {
    const said = await linkToEvidence(post)(request.scope, idOf(request), request.path['evidenceId'] ?? '');
    logPost('look-at-evidence', said.is, idOf(request));
    return said.is === 'link'
      ? { status: 302, headers: { location: said.url }, body: { url: said.url } }
      : refused(said, request);
  }),
};
