// Lets a ward office ask for journeys, look at those it waits for, take them back, and walk those it makes itself.
import { createHash } from 'node:crypto';
import { openPostWith, withPlaces } from '../../shared/adapters/open-post-store.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { jobAct } from '../../shared/adapters/lambda/http/job-act.ts';
import { logPost, logSetOut } from '../../shared/adapters/lambda/log/post.ts';
import { jobAnswer } from '../../shared/adapters/lambda/http/answers.ts';
import { refused } from '../../shared/adapters/lambda/http/refused.ts';
import { forWard, type WardRequest, withBody } from '../../shared/adapters/lambda/http/route.ts';
import { SettleRequest } from '../../shared/domain/post/money/confirm-cash.ts';
import { CorrectEndRequest } from '../../shared/domain/post/tracking/correct-end.ts';
import { statesAsked } from '../../shared/domain/post/job/dispatch-moves.ts';
import { ReturnRequest } from '../../shared/domain/post/job/ends/returns.ts';
import { VisitReport } from '../../shared/domain/post/paper/visit-report.ts';
import { wardJobOf } from '../../shared/domain/post/job/ward-job.ts';
import { PartnerAnswer } from '../../shared/domain/post/partner/partner-requests.ts';
import * as asks from '../../shared/domain/post/partner/ward-requests.ts';
import { askForJourney } from '../../shared/flows/post/office/ask-for-journey.ts';
import { noteRedirectAnswer } from '../../shared/flows/post/partner/answer-redirect.ts';
import { cancelJob } from '../../shared/flows/post/returns/cancel-job.ts';
import { closeJob, confirmReturn } from '../../shared/flows/post/returns/confirm-return.ts';
import { correctAddress } from '../../shared/flows/post/office/correct-address.ts';
import { correctEnd } from '../../shared/flows/post/office/correct-end.ts';
import { goOnRound } from '../../shared/flows/post/office/go-on-round.ts';
import { offerAgain } from '../../shared/flows/post/returns/offer-again.ts';
import { offerWaiting } from '../../shared/flows/post/office/offer-waiting.ts';
import { recallJob } from '../../shared/flows/post/returns/recall-job.ts';
import { redispatchJob } from '../../shared/flows/post/returns/redispatch-job.ts';
import { reportVisit } from '../../shared/flows/post/paper/report-visit.ts';
import { settleDispute } from '../../shared/flows/post/money/settle-dispute.ts';

const build = () =>
  openPostWith(() => ({ hash: (text: string) => createHash('sha256').update(text).digest('hex') }));
type Post = Awaited<ReturnType<typeof build>>;

const act = jobAct<Post, WardRequest>(wardJobOf);

export const handler = httpFunction<Post>(build, {
  'POST /v1/dispatch-jobs': forWard(
    withBody(asks.JobRequest, async (post, request, asked) => {
      const key = request.event.headers['idempotency-key'];
      const said = await askForJourney(post)(request.ward, key, asked);
      if (!('job' in said)) return refused(said, request);
      logPost('create', said.is, said.job.jobId);
      return jobAnswer(said.job, wardJobOf, { status: said.is === 'created' ? 201 : 200 });
    }),
  ),
  'POST /v1/dispatch-jobs/offer-waiting': forWard(
    withBody(asks.NoFields, async (post, request) => {
      const said = await offerWaiting(await withPlaces(post))(request.ward);
      logPost('offer-waiting', said.is, request.ward);
      if (said.is !== 'offered') return refused(said, request);
      const { is: _is, ...answer } = said;
      return { status: 200, body: answer };
    }),
  ),
  'GET /v1/dispatch-jobs': forWard(async ({ lists }, { ward, query }) => {
    const { items, cursor } = await lists.ofWard(ward, statesAsked(query['state']), query['cursor']);
    return { status: 200, body: { jobs: items.map(wardJobOf), ...(cursor && { cursor }) } };
  }),
  'GET /v1/dispatch-jobs/{id}': forWard(async ({ jobs }, request) => {
    const job = await jobs.find(request.scope, request.path['id'] ?? '');
    const ifNoneMatch = request.event.headers['if-none-match'];
    return job ? jobAnswer(job, wardJobOf, { ifNoneMatch }) : refused({ is: 'not-found' }, request);
  }),
  'POST /v1/dispatch-jobs/{id}/cancel': forWard(
    act('cancel', asks.ReasonRequest, (post, { ward, id }, { reason }) => cancelJob(post)(ward, id, reason)),
  ),
  'POST /v1/dispatch-jobs/{id}/recall': forWard(
    act('recall', asks.ReasonRequest, (post, { ward, id }, { reason }) => recallJob(post)(ward, id, reason)),
  ),
  'POST /v1/dispatch-jobs/{id}/correct-address': forWard(
    act('correct-address', asks.CorrectionRequest, async (post, { ward, id }, body) =>
      correctAddress(await withPlaces(post))(ward, id, body),
    ),
  ),
  'POST /v1/dispatch-jobs/{id}/answer-redirect': forWard(
    act('answer-redirect', PartnerAnswer, (post, { ward, id }, answer) =>
      noteRedirectAnswer(post)(ward, id, answer),
    ),
  ),
  'POST /v1/dispatch-jobs/{id}/confirm-return': forWard(
    act('confirm-return', ReturnRequest, (post, { ward, id }, body) => confirmReturn(post)(ward, id, body)),
  ),
  'POST /v1/dispatch-jobs/{id}/correct': forWard(
    act('correct', CorrectEndRequest, (post, { ward, id, client }, body) =>
      correctEnd(post)(ward, id, body, client),
    ),
  ),
  'POST /v1/dispatch-jobs/{id}/settle-cod': forWard(
    act('settle-cod', SettleRequest, (post, { ward, id, client }, body) =>
      settleDispute(post)(ward, id, body, client),
    ),
  ),
  'POST /v1/dispatch-jobs/{id}/close': forWard(
    act('close', asks.NoFields, (post, { ward, id }) => closeJob(post)(ward, id)),
  ),
  'POST /v1/dispatch-jobs/{id}/offer': forWard(
    act('offer', asks.OfferRequest, (post, { ward, id }, { partner }) => offerAgain(post)(ward, id, partner)),
  ),
  'POST /v1/dispatch-jobs/{id}/redispatch': forWard(
    act('redispatch', asks.RedispatchRequest, async (post, { ward, id }, body) => {
      const made = await redispatchJob(await withPlaces(post))(ward, id, body);
      return made.is === 'done' ? { is: made.is, job: made.next } : made;
    }),
  ),
  'POST /v1/dispatch-jobs/{id}/visited': forWard(
    withBody(VisitReport, async (post, request, report) => {
      const id = request.path['id'] ?? '';
      const said = await reportVisit(post)(request.ward, id, report);
      logPost('visit', said.is === 'recorded' ? said.outcome : said.is, id);
      if (said.is !== 'recorded') return refused(said, request);
      const { is: _is, ...answer } = said;
      return { status: 200, body: answer };
    }),
  ),
  'POST /v1/visits': forWard(
    withBody(asks.RoundRequest, async (post, { ward }, asked) => {
      const round = await goOnRound(post)(ward, asked);
      logSetOut(round);
      return { status: 200, body: round };
    }),
  ),
});
