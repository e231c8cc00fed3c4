import { logPost, logSetOut } from '../../../shared/adapters/lambda/log/post.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import { forWard, withBody } from '../../../shared/adapters/lambda/http/route.ts';
import { VisitReport } from '../../../shared/domain/post/paper/visit-report.ts';
import * as asks from '../../../shared/domain/post/partner/ward-requests.ts';
import { goOnRound } from '../../../shared/flows/post/office/go-on-round.ts';
import { reportVisit } from '../../../shared/flows/post/paper/report-visit.ts';
import type { PostStore } from '../../../shared/adapters/open-post-store.ts';
import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';

/** Journeys that an office makes itself: going on a round, and what came of each visit. */
export const wardVisits: Routes<PostStore & { hash: (text: string) => string }> = {
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
};
