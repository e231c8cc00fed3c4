// Shows offices and partners what of their papers waits too long and how the money stands, and lets offices confirm it.
import { httpFunction, refuse, type Request, type Answer } from '../shared/adapters/lambda/http.ts';
import { logPost } from '../shared/adapters/lambda/log-post.ts';
import { problemOf } from '../shared/adapters/lambda/post-answers.ts';
import { forPartner, withBody } from '../shared/adapters/lambda/post-route.ts';
import { forWard } from '../shared/adapters/lambda/ward-route.ts';
import { openPostStore } from '../shared/adapters/open-post-store.ts';
import { nationalCalendars } from '../shared/domain/calendars/national.ts';
import { CashQuery } from '../shared/domain/post/cash-report-shape.ts';
import { ConfirmationRequest } from '../shared/domain/post/confirm-cash.ts';
import type { JobScope } from '../shared/domain/post/dispatch-job.ts';
import { errorsOf, problem } from '../shared/domain/problem.ts';
import { confirmCash } from '../shared/flows/post/confirm-cash.ts';
import { listQuarantined } from '../shared/flows/post/list-quarantined.ts';
import { waitingInWard } from '../shared/flows/post/list-waiting-papers.ts';
import { reportCash } from '../shared/flows/post/report-cash.ts';

const build = async () => ({ ...(await openPostStore()), calendars: nationalCalendars });
type Post = Awaited<ReturnType<typeof build>>;

const cash = async (post: Post, scope: JobScope, { query, language }: Request): Promise<Answer> => {
  const asked = CashQuery.safeParse(query);
  return asked.success
    ? { status: 200, body: await reportCash(post)(scope, asked.data) }
    : refuse(problem('validation-failed', language, { errors: errorsOf(asked.error) }));
};

export const handler = httpFunction(build, {
  'GET /v1/reports/waiting-papers': forWard(async (post, { ward }) => ({
    status: 200,
    body: await waitingInWard(post)(ward),
  })),
  'GET /v1/reports/cash': forWard((post, request) => cash(post, { ward: request.ward }, request)),
  'GET /partner/v1/reports/cash': forPartner((post, request) =>
    cash(post, { partner: request.partner }, request),
  ),
  'GET /v1/quarantined-scans': forWard(async (post, { ward }) => ({
    status: 200,
    body: { scans: await listQuarantined(post)(ward) },
  })),
  'POST /v1/cod-confirmations': forWard(async (post, { ward, client = '', ...request }) =>
    withBody(request, ConfirmationRequest, async (asked) => {
      const said = await confirmCash(post)(ward, asked, client);
      logPost('confirm-cash', said.is);
      if (said.is !== 'confirmed') {
        const detail = said.is === 'total-differs' ? `${said.lines} lines, ${said.expected} VND` : undefined;
        return refuse(problemOf(said.is, request.language, detail));
      }
      const { confirmationId, total } = asked;
      return { status: 200, body: { confirmationId, total, reconciled: said.reconciled, left: said.left } };
    }),
  ),
});
