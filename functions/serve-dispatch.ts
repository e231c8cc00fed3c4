// Lets a ward office ask for journeys, look at those it waits for, take them back, and walk those it makes itself.
import { createHash } from 'node:crypto';
import { openPostWith } from '../shared/adapters/open-post-store.ts';
import { httpFunction, refuse } from '../shared/adapters/lambda/http.ts';
import { jobVerb } from '../shared/adapters/lambda/job-verb.ts';
import { logBatch, logClaim, logPost } from '../shared/adapters/lambda/log-post.ts';
import { jobAnswer, problemOf } from '../shared/adapters/lambda/post-answers.ts';
import { verbs, withBody } from '../shared/adapters/lambda/post-route.ts';
import { forWard, type WardRequest } from '../shared/adapters/lambda/ward-route.ts';
import { canonical } from '../shared/domain/canonical.ts';
import type { DispatchJob } from '../shared/domain/post/dispatch-job.ts';
import { jobStates } from '../shared/domain/post/dispatch-moves.ts';
import { jobByHand } from '../shared/domain/post/job-by-hand.ts';
import { VisitReport } from '../shared/domain/post/visit-report.ts';
import { deliverersOf } from '../shared/domain/post/ward-partner.ts';
import { SettleRequest } from '../shared/domain/post/confirm-cash.ts';
import { CorrectEndRequest } from '../shared/domain/post/correct-end.ts';
import { ReturnRequest } from '../shared/domain/post/returns.ts';
import * as asks from '../shared/domain/post/ward-requests.ts';
import { beginRound } from '../shared/flows/post/begin-round.ts';
import { cancelJob } from '../shared/flows/post/cancel-job.ts';
import { closeJob, confirmReturn } from '../shared/flows/post/confirm-return.ts';
import { correctEnd } from '../shared/flows/post/correct-end.ts';
import { correctAddress } from '../shared/flows/post/correct-address.ts';
import { createJob } from '../shared/flows/post/create-job.ts';
import { listVisits } from '../shared/flows/post/list-visits.ts';
import { offerAgain } from '../shared/flows/post/offer-again.ts';
import { recallJob } from '../shared/flows/post/recall-job.ts';
import { redispatchJob } from '../shared/flows/post/redispatch-job.ts';
import { reportVisit } from '../shared/flows/post/report-visit.ts';
import { settleDispute } from '../shared/flows/post/settle-dispute.ts';

const build = () =>
  openPostWith(() => ({ hash: (text: string) => createHash('sha256').update(text).digest('hex') }));
type Post = Awaited<ReturnType<typeof build>>;

/** The office sees everything of its own jobs but the machinery of leases. */
const viewOf = ({ leaseEpoch: _leaseEpoch, claimId: _claimId, ...job }: DispatchJob) => job;

const verb = jobVerb<Post, WardRequest>(viewOf);
const jobVerbs = verbs<Post, WardRequest>({
  visited: (post, request) => visited(post, request),
  cancel: verb('cancel', asks.ReasonRequest, (post, { ward, id }, { reason }) =>
    cancelJob(post)(ward, id, reason),
  ),
  recall: verb('recall', asks.ReasonRequest, (post, { ward, id }, { reason }) =>
    recallJob(post)(ward, id, reason),
  ),
  'correct-address': verb(
    'correct-address',
    asks.CorrectionRequest,
    async (post, { ward, id }, { address, phone }) =>
      correctAddress({ ...post, places: await post.places() })(ward, id, {
        address,
        ...(phone && { phone }),
      }),
  ),
  'confirm-return': verb('confirm-return', ReturnRequest, (post, { ward, id }, body) =>
    confirmReturn(post)(ward, id, body),
  ),
  correct: verb('correct', CorrectEndRequest, (post, { ward, id, client = '' }, body) =>
    correctEnd(post)(ward, id, body, client),
  ),
  'settle-cod': verb('settle-cod', SettleRequest, (post, { ward, id, client = '' }, body) =>
    settleDispute(post)(ward, id, body, client),
  ),
  close: verb('close', asks.NoFields, (post, { ward, id }) => closeJob(post)(ward, id)),
  offer: verb('offer', asks.OfferRequest, (post, { ward, id }, { partner }) =>
    offerAgain(post)(ward, id, partner),
  ),
  redispatch: verb('redispatch', asks.RedispatchRequest, async (post, { ward, id }, { address, partner }) => {
    const to = { ...(address && { address }), ...(partner && { partner }) };
    const made = await redispatchJob({ ...post, places: await post.places() })(ward, id, to);
    return made.is === 'done' ? { is: 'done', job: made.next } : made;
  }),
});

const visited = async (post: Post, { ward, id, ...request }: WardRequest & { id: string }) =>
  withBody(request, VisitReport, async (report) => {
    const reported = await reportVisit(post)(ward, id, report);
    if (reported.is !== 'recorded') return refuse(problemOf(reported.is, request.language));
    const { result } = reported;
    logPost('visit', result.outcome, id);
    if (result.outcome === 'REJECTED') return refuse(problemOf(result.problem, request.language));
    const note = 'note' in result ? result.note : undefined;
    return { status: 200, body: { outcome: result.outcome, ...(note !== undefined && { note }) } };
  });

const round = async (post: Post, { ward, ...request }: WardRequest) =>
  withBody(request, asks.RoundRequest, async (asked) => {
    const deliverers = deliverersOf(ward, await post.posts.of(ward));
    const { taken, left } = await beginRound(post)(ward, deliverers, asked);
    const givenUp = left.filter(({ because }) => because === 'dead-letter');
    logClaim(
      taken.length,
      givenUp.map(({ jobId }) => jobId),
    );
    logBatch(
      'round',
      left.map(({ because }) => because),
    );
    return { status: 200, body: { taken, left, hamlets: await listVisits(post)(ward, deliverers) } };
  });

const create = async (post: Post, { ward, ...request }: WardRequest) =>
  withBody(request, asks.JobRequest, async (asked) => {
    const key = request.event.headers['idempotency-key'];
    if (!key) return refuse(problemOf('idempotency-key-missing', request.language));
    if ((await post.keyIsMine(ward, key.slice(0, 255), canonical(asked))) === 'reused')
      return refuse(problemOf('idempotency-key-reused', request.language));
    const arranged = await post.posts.of(ward);
    if (!arranged) return refuse(problemOf('no-post-arranged', request.language));
    const wanted = jobByHand(asked, arranged, post.clock());
    const { is, job } = await createJob({ ...post, places: await post.places() })(wanted);
    logPost('create', is, job.jobId);
    return jobAnswer(job, viewOf, { status: is === 'created' ? 201 : 200 });
  });

export const handler = httpFunction(build, {
  'POST /v1/dispatch-jobs': forWard(create),
  'POST /v1/dispatch-jobs/{action}': forWard(jobVerbs),
  'POST /v1/visits': forWard(round),
  'GET /v1/dispatch-jobs': forWard(async ({ lists }, { ward, query }) => {
    const wanted = query['state']?.split(',');
    const states = jobStates.filter((state) => wanted?.includes(state) ?? true);
    const { items, cursor } = await lists.ofWard(ward, states, query['cursor']);
    return { status: 200, body: { jobs: items.map(viewOf), ...(cursor && { cursor }) } };
  }),
  'GET /v1/dispatch-jobs/{id}': forWard(async ({ jobs }, { ward, path, event, language }) => {
    const job = await jobs.find({ ward }, path['id'] ?? '');
    return job
      ? jobAnswer(job, viewOf, { ifNoneMatch: event.headers['if-none-match'] })
      : refuse(problemOf('not-found', language));
  }),
});
