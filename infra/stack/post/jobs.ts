import { dispatchIndex, lookupIndex, offersBy } from '../../../shared/adapters/dynamodb/table.ts';
import type { House } from '../foundation.ts';
import { acts, membersOf } from './member.ts';

/** Where wards and partners work on jobs: ask for journeys, pull them, report scans, show what was found. */
export const jobs = (house: House): void => {
  const { table, door, documents } = house;
  const member = membersOf(house);
  const bucket = { DOCUMENTS_BUCKET: documents.name };

  const serveDispatch = member('serve-dispatch', {
    whoIsHurt: 'Ward offices can neither send result papers nor take back what must not travel.',
  });
  table.allowQuery(serveDispatch, dispatchIndex, lookupIndex, offersBy.ward);
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
  table.allowQuery(servePartner, dispatchIndex, lookupIndex, ...Object.values(offersBy));
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
};
