import { logBatch, logClaim } from '../../../shared/adapters/lambda/log/post.ts';
import { acceptAnswer } from '../../../shared/adapters/lambda/http/answers.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import { forPartner, withBody } from '../../../shared/adapters/lambda/http/route.ts';
import { heldStates, statesAsked } from '../../../shared/domain/post/job/dispatch-moves.ts';
import { offerOf } from '../../../shared/domain/post/job/job-offer.ts';
import { ClaimRequest } from '../../../shared/domain/post/job/lease.ts';
import * as asks from '../../../shared/domain/post/partner/partner-requests.ts';
import { acceptBatch } from '../../../shared/flows/post/partner/accept-batch.ts';
import { claimJobs } from '../../../shared/flows/post/partner/claim-jobs.ts';
import type { PostStore } from '../../../shared/adapters/open-post-store.ts';
import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { showJob } from './show-job.ts';

/** Where a partner pulls its jobs under a lease, and looks at those that it has. */
export const partnerJobs: Routes<PostStore> = {
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
  'GET /partner/v1/dispatch-jobs/{id}': forPartner(showJob(offerOf)),
};
