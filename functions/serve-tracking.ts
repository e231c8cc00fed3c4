// Takes what a postal partner reports: scans and cash; and tells it what has changed about its jobs.
import { S3Client } from '@aws-sdk/client-s3';
import { dynamoEvidenceShelf } from '../shared/adapters/dynamodb/post/evidence.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { openPostWith } from '../shared/adapters/open-post-store.ts';
import { httpFunction, refuse } from '../shared/adapters/lambda/http.ts';
import { logBatch } from '../shared/adapters/lambda/log-post.ts';
import { problemOf } from '../shared/adapters/lambda/post-answers.ts';
import { forPartner, withBody } from '../shared/adapters/lambda/post-route.ts';
import { scanAnswer } from '../shared/adapters/lambda/scan-answers.ts';
import { s3Evidence } from '../shared/adapters/s3/evidence.ts';
import { TrackingBatch } from '../shared/domain/post/partner-requests.ts';
import { RemittanceReport } from '../shared/domain/post/remittance.ts';
import { readChanges } from '../shared/flows/post/read-changes.ts';
import { reportScans } from '../shared/flows/post/report-scans.ts';
import { settleCod } from '../shared/flows/post/settle-cod.ts';

const build = () => {
  const { DOCUMENTS_BUCKET } = readEnv({ DOCUMENTS_BUCKET: given });
  return openPostWith(({ dynamodb, tableName, vault }) => ({
    shelf: dynamoEvidenceShelf(dynamodb, tableName),
    files: s3Evidence(new S3Client(), DOCUMENTS_BUCKET, vault),
  }));
};

/** How many changes are told at once. */
const mostChanges = 100;

export const handler = httpFunction(build, {
  'POST /partner/v1/tracking-events': forPartner(async (post, { partner, ...request }) =>
    withBody(request, TrackingBatch, async ({ events }) => {
      if (!(await post.partners.find(partner))) return refuse(problemOf('not-found', request.language));
      const results = await reportScans(post)(partner, events);
      logBatch(
        'scan',
        results.map(({ result }) => result.outcome),
      );
      return { status: 200, body: { results: results.map((each) => scanAnswer(each, request.language)) } };
    }),
  ),
  'POST /partner/v1/cod-remittances': forPartner(async (post, { partner, ...request }) =>
    withBody(request, RemittanceReport, async (report) => {
      const settled = await settleCod(post)(partner, report);
      if (settled.is !== 'settled') return refuse(problemOf(settled.is, request.language));
      logBatch(
        'remit',
        settled.lines.map(({ outcome }) => outcome),
      );
      return { status: 200, body: { remittanceId: report.remittanceId, lines: settled.lines } };
    }),
  ),
  'GET /partner/v1/changes': forPartner(async (post, { partner, query }) => {
    const limit = Math.min(Math.max(Math.trunc(Number(query['limit'] ?? mostChanges)) || 1, 1), mostChanges);
    return { status: 200, body: await readChanges(post)(partner, query['after'], limit) };
  }),
  'GET /partner/v1/health': forPartner(async ({ clock, partners }, { partner, language }) => {
    const agreed = await partners.find(partner);
    if (!agreed) return refuse(problemOf('not-found', language));
    return {
      status: 200,
      body: { serverTime: clock(), partner, codes: agreed.codes, numbers: agreed.pool ? 'ours' : 'yours' },
    };
  }),
});
