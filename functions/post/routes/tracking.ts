import { logBatch, logScans } from '../../../shared/adapters/lambda/log/post.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import { forPartner, withBody, withQuery } from '../../../shared/adapters/lambda/http/route.ts';
import { scanAnswer } from '../../../shared/adapters/lambda/http/scan-answers.ts';
import { healthOf } from '../../../shared/domain/post/partner/partner.ts';
import { ChangesQuery, TrackingBatch } from '../../../shared/domain/post/partner/partner-requests.ts';
import { RemittanceReport } from '../../../shared/domain/post/money/remittance.ts';
import { readChanges } from '../../../shared/flows/post/partner/read-changes.ts';
import { reportScans } from '../../../shared/flows/post/tracking/report-scans.ts';
import { settleCod } from '../../../shared/flows/post/money/settle-cod.ts';
import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';
import type { PostWithEvidence } from '../../../shared/adapters/open-evidence.ts';

/** What a partner reports, scans and cash, and what it is told of its jobs. */
export const trackingRoutes: Routes<PostWithEvidence> = {
  'POST /partner/v1/tracking-events': forPartner(
    withBody(TrackingBatch, async (post, request, { events }) => {
      const reported = await reportScans(post)(request.partner, events);
      if (!reported) return refused({ is: 'not-found' }, request);
      logScans(
        request.partner,
        reported.map(({ result }) => result),
      );
      const results = reported.map((each) => scanAnswer(each, request.language));
      return { status: 200, body: { results } };
    }),
  ),
  'POST /partner/v1/cod-remittances': forPartner(
    withBody(RemittanceReport, async (post, request, report) => {
      const settled = await settleCod(post)(request.partner, report);
      if (settled.is !== 'settled') return refused(settled, request);
      logBatch(
        'remit',
        settled.lines.map(({ outcome }) => outcome),
      );
      return { status: 200, body: { remittanceId: report.remittanceId, lines: settled.lines } };
    }),
  ),
  'GET /partner/v1/changes': forPartner(
    withQuery(ChangesQuery, async (post, { partner }, { after, limit }) => ({
      status: 200,
      body: await readChanges(post)(partner, after, limit),
    })),
  ),
  'GET /partner/v1/health': forPartner(async ({ clock, partners }, request) => {
    const agreed = await partners.find(request.partner);
    return agreed ? { status: 200, body: healthOf(agreed, clock()) } : refused({ is: 'not-found' }, request);
  }),
};
