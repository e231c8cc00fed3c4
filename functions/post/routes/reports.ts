import type { Request, Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { logPost } from '../../../shared/adapters/lambda/log/post.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import {
  forPartner,
  forWard,
  type KnownCaller,
  withBody,
  withQuery,
} from '../../../shared/adapters/lambda/http/route.ts';
import type { PostStore } from '../../../shared/adapters/open-post-store.ts';
import type { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import { CashQuery } from '../../../shared/domain/post/money/cash-report-shape.ts';
import { ConfirmationRequest } from '../../../shared/domain/post/money/confirm-cash.ts';
import { confirmCash } from '../../../shared/flows/post/money/confirm-cash.ts';
import { listQuarantined } from '../../../shared/flows/post/paper/list-quarantined.ts';
import { waitingInWard } from '../../../shared/flows/post/office/list-waiting-papers.ts';
import { reportCash } from '../../../shared/flows/post/money/report-cash.ts';

type Ports = PostStore & { calendars: typeof nationalCalendars };

const cash = withQuery(CashQuery, async (post: Ports, { scope }: Request & KnownCaller, asked) => ({
  status: 200,
  body: await reportCash(post)(scope, asked),
}));

/** What of papers waits too long, which scans contradict each other, and how the money stands. */
export const reportRoutes: Routes<Ports> = {
  'GET /v1/reports/waiting-papers': forWard(async (post, { ward }) => ({
    status: 200,
    body: await waitingInWard(post)(ward),
  })),
  'GET /v1/reports/cash': forWard(cash),
  'GET /partner/v1/reports/cash': forPartner(cash),
  'GET /v1/quarantined-scans': forWard(async (post, { ward }) => ({
    status: 200,
    body: { scans: await listQuarantined(post)(ward) },
  })),
  'POST /v1/cod-confirmations': forWard(
    withBody(ConfirmationRequest, async (post, request, asked) => {
      const said = await confirmCash(post)(request.ward, asked, request.client);
      logPost('confirm-cash', said.is);
      if (said.is !== 'confirmed') return refused(said, request);
      const { confirmationId, total } = asked;
      return { status: 200, body: { confirmationId, total, reconciled: said.reconciled, left: said.left } };
    }),
  ),
};
