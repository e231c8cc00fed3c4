// Lets a postal partner pull its dispatch jobs under a lease, accept them, and answer what the office asks of it.
import { openPostStore, type PostStore as Post } from '../../shared/adapters/open-post-store.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { jobAct } from '../../shared/adapters/lambda/http/job-act.ts';
import { logBatch, logClaim } from '../../shared/adapters/lambda/log/post.ts';
import { acceptAnswer, jobAnswer } from '../../shared/adapters/lambda/http/answers.ts';
import { refused } from '../../shared/adapters/lambda/http/refused.ts';
import { forPartner, type PartnerRequest, withBody } from '../../shared/adapters/lambda/http/route.ts';
import { heldStates, statesAsked } from '../../shared/domain/post/job/dispatch-moves.ts';
import { offerOf } from '../../shared/domain/post/job/job-offer.ts';
import { AcceptJobRequest, ClaimRequest } from '../../shared/domain/post/job/lease.ts';
import * as asks from '../../shared/domain/post/partner/partner-requests.ts';
import { NoFields, ReasonRequest } from '../../shared/domain/post/partner/ward-requests.ts';
import { acceptBatch } from '../../shared/flows/post/partner/accept-batch.ts';
import { acceptJob } from '../../shared/flows/post/partner/accept-job.ts';
import { answerCancel } from '../../shared/flows/post/partner/answer-cancel.ts';
import { answerRedirect } from '../../shared/flows/post/partner/answer-redirect.ts';
import { claimJobs } from '../../shared/flows/post/partner/claim-jobs.ts';
import { refuseRecall } from '../../shared/flows/post/partner/refuse-recall.ts';
import { rejectJob } from '../../shared/flows/post/partner/reject-job.ts';
import { releaseJob } from '../../shared/flows/post/partner/release-job.ts';
import { renewLease } from '../../shared/flows/post/partner/renew-lease.ts';

const act = jobAct<Post, PartnerRequest>(offerOf);

export const handler = httpFunction<Post>(openPostStore, {
  'POST /partner/v1/dispatch-jobs/claim': forPartner(
    withBody(ClaimRequest, async (post, request, wanted) => {
      const claimed = await claimJobs(post)(request.partner, wanted);
      if (claimed.is !== 'claimed') return refused(claimed, request);
      logClaim(claimed.answer.jobs.length, claimed.givenUp);
      return { status: 200, body: claimed.answer };
    }),
  ),
  'POST /partner/v1/dispatch-jobs/accept-batch': forPartner(
    withBody(asks.AcceptBatch, async (post, { partner, language }, { items }) => {
      const results = await acceptBatch(post)(partner, items);
      logBatch(
        'accept',
        results.map(({ answer }) => answer.is),
      );
      return { status: 200, body: { results: results.map((each) => acceptAnswer(each, language)) } };
    }),
  ),
  'GET /partner/v1/dispatch-jobs': forPartner(async ({ jobs }, { partner, query }) => {
    const { items, cursor } = await jobs.heldBy(
      partner,
      statesAsked(query['state'], heldStates),
      query['cursor'],
    );
    return { status: 200, body: { jobs: items.map(offerOf), ...(cursor && { cursor }) } };
  }),
  'GET /partner/v1/dispatch-jobs/{id}': forPartner(async ({ jobs }, request) => {
    const job = await jobs.find(request.scope, request.path['id'] ?? '');
    const ifNoneMatch = request.event.headers['if-none-match'];
    return job ? jobAnswer(job, offerOf, { ifNoneMatch }) : refused({ is: 'not-found' }, request);
  }),
  'POST /partner/v1/dispatch-jobs/{id}/renew': forPartner(
    act('renew', asks.RenewRequest, (post, { partner, id }, body) => renewLease(post)(partner, id, body)),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/release': forPartner(
    act('release', asks.ReleaseRequest, (post, { partner, id }, body) => releaseJob(post)(partner, id, body)),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/accept': forPartner(
    act('accept', AcceptJobRequest, (post, { partner, id }, body) => acceptJob(post)(partner, id, body)),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/reject': forPartner(
    act('reject', asks.RejectRequest, (post, { partner, id }, body) => rejectJob(post)(partner, id, body)),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/confirm-cancel': forPartner(
    act('confirm-cancel', NoFields, (post, { partner, id }) =>
      answerCancel(post)(partner, id, { confirmed: true }),
    ),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/refuse-cancel': forPartner(
    act('refuse-cancel', ReasonRequest, (post, { partner, id }, { reason }) =>
      answerCancel(post)(partner, id, { confirmed: false, reason }),
    ),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/confirm-redirect': forPartner(
    act('confirm-redirect', NoFields, (post, { partner, id }) =>
      answerRedirect(post)(partner, id, { confirmed: true }),
    ),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/refuse-redirect': forPartner(
    act('refuse-redirect', ReasonRequest, (post, { partner, id }, { reason }) =>
      answerRedirect(post)(partner, id, { confirmed: false, reason }),
    ),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/refuse-recall': forPartner(
    act('refuse-recall', ReasonRequest, (post, { partner, id }, { reason }) =>
      refuseRecall(post)(partner, id, reason),
    ),
  ),
});
