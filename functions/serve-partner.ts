// Lets a postal partner pull its dispatch jobs under a lease, accept them, and answer what the office asks of it.
import { openPostStore, type PostStore as Post } from '../shared/adapters/open-post-store.ts';
import { httpFunction, refuse } from '../shared/adapters/lambda/http.ts';
import { jobVerb } from '../shared/adapters/lambda/job-verb.ts';
import { logBatch, logClaim } from '../shared/adapters/lambda/log-post.ts';
import { jobAnswer, problemOf } from '../shared/adapters/lambda/post-answers.ts';
import { forPartner, type PartnerRequest, verbs, withBody } from '../shared/adapters/lambda/post-route.ts';
import type { DispatchJob } from '../shared/domain/post/dispatch-job.ts';
import { jobStates } from '../shared/domain/post/dispatch-moves.ts';
import { offerOf } from '../shared/domain/post/job-offer.ts';
import { AcceptJobRequest, ClaimRequest } from '../shared/domain/post/lease.ts';
import * as asks from '../shared/domain/post/partner-requests.ts';
import { NoFields, ReasonRequest } from '../shared/domain/post/ward-requests.ts';
import { acceptBatch } from '../shared/flows/post/accept-batch.ts';
import { acceptJob } from '../shared/flows/post/accept-job.ts';
import { answerCancel } from '../shared/flows/post/answer-cancel.ts';
import { claimJobs } from '../shared/flows/post/claim-jobs.ts';
import { refuseRecall } from '../shared/flows/post/refuse-recall.ts';
import { rejectJob } from '../shared/flows/post/reject-job.ts';
import { releaseJob } from '../shared/flows/post/release-job.ts';
import { renewLease } from '../shared/flows/post/renew-lease.ts';

const verb = jobVerb<Post, PartnerRequest>(offerOf);
const jobVerbs = verbs<Post, PartnerRequest>({
  renew: verb('renew', asks.RenewRequest, (post, { partner, id }, body) =>
    renewLease(post)(partner, id, body),
  ),
  release: verb('release', asks.ReleaseRequest, (post, { partner, id }, body) =>
    releaseJob(post)(partner, id, body),
  ),
  accept: verb('accept', AcceptJobRequest, (post, { partner, id }, body) =>
    acceptJob(post)(partner, id, body),
  ),
  reject: verb('reject', asks.RejectRequest, (post, { partner, id }, body) =>
    rejectJob(post)(partner, id, body),
  ),
  'confirm-cancel': verb('confirm-cancel', NoFields, (post, { partner, id }) =>
    answerCancel(post)(partner, id, { confirmed: true }),
  ),
  'refuse-cancel': verb('refuse-cancel', ReasonRequest, (post, { partner, id }, { reason }) =>
    answerCancel(post)(partner, id, { confirmed: false, reason }),
  ),
  'refuse-recall': verb('refuse-recall', ReasonRequest, (post, { partner, id }, { reason }) =>
    refuseRecall(post)(partner, id, reason),
  ),
});

const claim = async (post: Post, { partner, ...request }: PartnerRequest) =>
  withBody(request, ClaimRequest, async (body) => {
    const claimed = await claimJobs(post)(partner, body);
    if (claimed.is !== 'claimed') return refuse(problemOf(claimed.is, request.language));
    logClaim(claimed.answer.jobs.length, claimed.givenUp);
    return { status: 200, body: claimed.answer };
  });

const acceptMany = async (post: Post, { partner, ...request }: PartnerRequest) =>
  withBody(request, asks.AcceptBatch, async ({ items }) => {
    const results = await acceptBatch(post)(partner, items);
    logBatch(
      'accept',
      results.map(({ answer }) => answer.is),
    );
    const itemOf = (answer: (typeof results)[number]['answer']) => {
      if (answer.is === 'accepted') return { outcome: 'ACCEPTED', job: offerOf(answer.job) };
      return answer.is === 'invalid-request'
        ? { outcome: 'REJECTED', pointers: answer.pointers }
        : { outcome: 'REJECTED', problem: problemOf(answer.is, request.language) };
    };
    return {
      status: 200,
      body: { results: results.map(({ index, answer }) => ({ index, ...itemOf(answer) })) },
    };
  });

const held: readonly DispatchJob['state'][] = jobStates.filter(
  (state) => !['draft', 'ready', 'dead-letter', 'needs-attention', 'rejected'].includes(state),
);

export const handler = httpFunction(openPostStore, {
  'POST /partner/v1/{action}': forPartner(async (post, request) => {
    if (request.path['action'] === 'dispatch-jobs:claim') return claim(post, request);
    if (request.path['action'] === 'dispatch-jobs:acceptBatch') return acceptMany(post, request);
    return refuse(problemOf('not-found', request.language));
  }),
  'POST /partner/v1/dispatch-jobs/{action}': forPartner(jobVerbs),
  'GET /partner/v1/dispatch-jobs': forPartner(async ({ jobs }, { partner, query }) => {
    const states = query['state'] ? held.filter((state) => query['state']?.split(',').includes(state)) : held;
    const { items, cursor } = await jobs.heldBy(partner, states, query['cursor']);
    return { status: 200, body: { jobs: items.map(offerOf), ...(cursor && { cursor }) } };
  }),
  'GET /partner/v1/dispatch-jobs/{id}': forPartner(async ({ jobs }, { partner, path, event, language }) => {
    const job = await jobs.find({ partner }, path['id'] ?? '');
    return job
      ? jobAnswer(job, offerOf, { ifNoneMatch: event.headers['if-none-match'] })
      : refuse(problemOf('not-found', language));
  }),
});
