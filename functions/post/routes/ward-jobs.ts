import { withPlaces, type PostStore } from '../../../shared/adapters/open-post-store.ts';
import { logPost } from '../../../shared/adapters/lambda/log/post.ts';
import { jobAnswer } from '../../../shared/adapters/lambda/http/answers.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import { forWard, withBody } from '../../../shared/adapters/lambda/http/route.ts';
import { statesAsked } from '../../../shared/domain/post/job/dispatch-moves.ts';
import { wardJobOf } from '../../../shared/domain/post/job/ward-job.ts';
import * as asks from '../../../shared/domain/post/partner/ward-requests.ts';
import { askForJourney } from '../../../shared/flows/post/office/ask-for-journey.ts';
import { offerWaiting } from '../../../shared/flows/post/office/offer-waiting.ts';
import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { showJob } from './show-job.ts';

/** Where an office asks for journeys, and looks at those that it waits for. */
export const wardJobs: Routes<PostStore & { hash: (text: string) => string }> = {
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
  'GET /v1/dispatch-jobs/{id}': forWard(showJob(wardJobOf)),
};
