import { Duration } from 'aws-cdk-lib';
import { partitions } from '../../shared/adapters/dynamodb/keys.ts';
import {
  dispatchIndex,
  dispatchJobKind,
  dueIndex,
  lookupIndex,
} from '../../shared/adapters/dynamodb/table.ts';
import { clock } from '../constructs/clock.ts';
import { doorbell } from '../constructs/doorbell.ts';
import type { RouteKey } from '../constructs/front-door.ts';
import { WardFunction } from '../constructs/ward-function.ts';
import type { House } from './foundation.ts';
import { postAlarms } from './post-alarms.ts';

type Side = '/v1' | '/partner/v1';

const acts = (things: `${Side}/dispatch-jobs` | `${Side}/manifests`, ...names: string[]): RouteKey[] =>
  names.map((name) => `POST ${things}/{id}/${name}` as RouteKey);

const manifests = (prefix: Side): RouteKey[] => [
  `POST ${prefix}/manifests` as RouteKey,
  ...acts(`${prefix}/manifests`, 'seal', 'confirm-handover'),
  `GET ${prefix}/manifests/{id}` as RouteKey,
];

const paperwork = (prefix: Side): RouteKey[] => [
  `GET ${prefix}/manifests/{id}/document` as RouteKey,
  `GET ${prefix}/dispatch-jobs/{id}/label` as RouteKey,
];

/** How result papers travel: wards ask for journeys, partners pull them, the citizen hears of each step that matters. */
export const post = ({ stack, deployment, table, door, sms, documents, keyed }: House): void => {
  const bucket = { DOCUMENTS_BUCKET: documents.name };

  /** Reads and writes jobs, and nothing else until it is allowed more. */
  const member: House['keyed'] = (name, props) => {
    const fn = keyed(name, { timeout: Duration.seconds(28), ...props });
    table.allowRead(fn, 'GetItem', 'BatchGetItem');
    table.allowQuery(fn, 'table');
    table.allowWrite(fn, 'PutItem', 'UpdateItem');
    return fn;
  };

  const serveDispatch = member('serve-dispatch', {
    whoIsHurt: 'Ward offices can neither send result papers nor take back what must not travel.',
  });
  table.allowQuery(serveDispatch, dispatchIndex, lookupIndex);
  door.protect(
    serveDispatch,
    'ward:write',
    'POST /v1/dispatch-jobs',
    ...acts(
      '/v1/dispatch-jobs',
      'cancel',
      'recall',
      'correct-address',
      'answer-redirect',
      'confirm-return',
      'correct',
      'settle-cod',
      'close',
      'offer',
      'redispatch',
      'visited',
    ),
    'POST /v1/dispatch-jobs/offer-waiting',
    'POST /v1/visits',
  );
  door.protect(serveDispatch, 'ward:read', 'GET /v1/dispatch-jobs', 'GET /v1/dispatch-jobs/{id}');

  const servePartner = member('serve-partner', {
    whoIsHurt: 'Postal partners cannot fetch jobs, so result papers stay in the office.',
  });
  table.allowQuery(servePartner, dispatchIndex, lookupIndex);
  door.protect(
    servePartner,
    'partner:jobs',
    'POST /partner/v1/dispatch-jobs/claim',
    'POST /partner/v1/dispatch-jobs/accept-batch',
    ...acts(
      '/partner/v1/dispatch-jobs',
      'renew',
      'release',
      'accept',
      'reject',
      'confirm-cancel',
      'refuse-cancel',
      'refuse-recall',
      'confirm-redirect',
      'refuse-redirect',
    ),
    'GET /partner/v1/dispatch-jobs',
    'GET /partner/v1/dispatch-jobs/{id}',
  );

  const serveTracking = member('serve-tracking', {
    whoIsHurt: 'Scans do not arrive, so citizens do not hear where their papers are.',
    environment: bucket,
  });
  documents.allowList(serveTracking, 'evidence');
  door.protect(
    serveTracking,
    'partner:jobs',
    'POST /partner/v1/tracking-events',
    'POST /partner/v1/cod-remittances',
    'GET /partner/v1/changes',
    'GET /partner/v1/health',
  );

  const serveEvidence = member('serve-evidence', {
    whoIsHurt:
      'Partners cannot send photographs of a delivery, and wards cannot look at them when a citizen asks.',
    environment: bucket,
  });
  documents.allowKeep(serveEvidence, 'evidence');
  documents.allowRead(serveEvidence, 'evidence');
  documents.allowList(serveEvidence, 'evidence');
  door.protect(
    serveEvidence,
    'partner:jobs',
    'POST /partner/v1/dispatch-jobs/{id}/evidence',
    'GET /partner/v1/dispatch-jobs/{id}/evidence',
  );
  door.protect(
    serveEvidence,
    'ward:read',
    'GET /v1/dispatch-jobs/{id}/evidence',
    'GET /v1/dispatch-jobs/{id}/evidence/{evidenceId}',
  );

  const serveManifests = member('serve-manifests', {
    whoIsHurt: 'Nobody can make or count hand-over lists, so the papers stay on the counter.',
  });
  table.allowQuery(serveManifests, dispatchIndex, lookupIndex);
  door.protect(serveManifests, 'ward:write', ...manifests('/v1'));
  door.protect(serveManifests, 'partner:jobs', ...manifests('/partner/v1'));

  const servePaperwork = member('serve-paperwork', {
    whoIsHurt: 'Nobody can print labels, hand-over lists or visit lists, so the papers stay on the counter.',
    environment: { PUBLIC_URL: door.url },
    memory: 1536,
    press: true,
  });
  table.allowQuery(servePaperwork, lookupIndex);
  door.protect(servePaperwork, 'ward:write', ...paperwork('/v1'));
  door.protect(servePaperwork, 'ward:read', 'GET /v1/visits');
  door.protect(servePaperwork, 'partner:jobs', ...paperwork('/partner/v1'), 'GET /partner/v1/visits');

  const serveParcelPage = new WardFunction(stack, 'serve-parcel-page', {
    deployment,
    whoIsHurt: 'Whoever finds lost papers does not learn whom to call.',
    environment: { TABLE_NAME: table.name },
  });
  table.within(`${partitions.ward}*`).allowRead(serveParcelPage, 'GetItem');
  door.open(
    serveParcelPage,
    'Anybody may scan the code on a label; the page names the office and no citizen.',
    'GET /buu-gui/{code}',
  );

  const servePostReports = member('serve-post-reports', {
    whoIsHurt: 'Nobody at the office sees which papers wait too long, or can confirm that the money came.',
  });
  table.allowQuery(servePostReports, dispatchIndex, lookupIndex);
  door.protect(
    servePostReports,
    'ward:read',
    'GET /v1/reports/waiting-papers',
    'GET /v1/reports/cash',
    'GET /v1/quarantined-scans',
  );
  door.protect(servePostReports, 'ward:write', 'POST /v1/cod-confirmations');
  door.protect(servePostReports, 'partner:jobs', 'GET /partner/v1/reports/cash');

  const tells = { environment: { SMS_QUEUE_URL: sms.queue.queueUrl }, timeout: Duration.seconds(60) };
  const unheard = 'Citizens do not hear where their papers are, and what was delivered stays open.';
  const tellOfPost = member('tell-of-post', { ...tells, whoIsHurt: unheard });
  sms.allowSend(tellOfPost);
  doorbell(stack, 'post-word', {
    deployment,
    whoIsHurt: unheard,
    what: 'Citizens wait more than a minute to hear of their papers',
    of: table,
    kind: dispatchJobKind,
    owing: 'post#',
    wakes: tellOfPost,
  });

  const unwatched = 'Papers that nobody fetches, carries or brings back are not noticed.';
  const watchPost = member('watch-post', {
    ...tells,
    environment: { ...tells.environment, ...bucket },
    whoIsHurt: unwatched,
    reservedConcurrency: 1,
  });
  documents.allowList(watchPost, 'evidence');
  documents.allowDelete(watchPost, 'evidence');
  table.allowQuery(watchPost, dueIndex, lookupIndex);
  sms.allowSend(watchPost);
  clock(stack, 'post-clock', { deployment, whoIsHurt: unwatched, strikes: watchPost, everyMinutes: 5 });

  postAlarms({ stack, deployment });
};
