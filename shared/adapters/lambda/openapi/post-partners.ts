import { actDoors, cashQueries, type Door, door, listsOf, pages, visits } from './doors.ts';

const partner = (path: string, is: Door, queries?: string[]) => door(path, 'partner:jobs', is, queries);

/** What postal partners find in the API's description. */
export const partnerPaths = {
  '/partner/v1/reports/cash': {
    get: partner(
      '',
      ['reportPartnerCash', 'The money of a day with every ward office', undefined, 'CashReport'],
      cashQueries,
    ),
  },
  '/partner/v1/dispatch-jobs/claim': {
    post: partner('', [
      'claimJobs',
      'Lease jobs; the same claim id again gives the same jobs',
      'ClaimRequest',
      'ClaimResponse',
    ]),
  },
  '/partner/v1/dispatch-jobs/accept-batch': {
    post: partner('', [
      'acceptBatch',
      'Accept many jobs, each on its own',
      'AcceptBatch',
      'AcceptBatchResponse',
    ]),
  },
  '/partner/v1/dispatch-jobs': {
    get: partner(
      '',
      ['listHeldJobs', 'My jobs, for a client that has lost its memory', undefined, 'HeldJobs'],
      pages,
    ),
  },
  '/partner/v1/dispatch-jobs/{id}': {
    get: partner('{id}', ['readJob', 'One job (ETag)', undefined, 'DispatchJobOffer']),
  },
  ...actDoors('/partner/v1/dispatch-jobs', 'partner:jobs', {
    renew: ['renewLease', 'Keep a lease for so many seconds from now', 'RenewRequest', 'DispatchJobOffer'],
    release: ['releaseJob', 'Give a job back unharmed', 'ReleaseRequest', 'DispatchJobOffer'],
    accept: ['acceptJob', 'Take a job over for good', 'AcceptJobRequest', 'DispatchJobOffer'],
    reject: ['rejectJob', 'Refuse a job for good', 'RejectRequest', 'DispatchJobOffer'],
    'confirm-cancel': ['confirmCancel', 'The papers stay in the office', 'NoFields', 'DispatchJobOffer'],
    'refuse-cancel': ['refuseCancel', 'It cannot be stopped any more', 'ReasonRequest', 'DispatchJobOffer'],
    'confirm-redirect': [
      'confirmRedirect',
      'The papers go to the other address',
      'NoFields',
      'DispatchJobOffer',
    ],
    'refuse-redirect': [
      'refuseRedirect',
      'The papers cannot go to the other address',
      'ReasonRequest',
      'DispatchJobOffer',
    ],
    'refuse-recall': [
      'refuseRecall',
      'The papers cannot be brought back',
      'ReasonRequest',
      'DispatchJobOffer',
    ],
  }),
  '/partner/v1/tracking-events': {
    post: partner('', [
      'reportScans',
      'Report what happened to parcels, one result an event',
      'TrackingBatch',
      'TrackingBatchResponse',
    ]),
  },
  '/partner/v1/cod-remittances': {
    post: partner('', [
      'remitCod',
      'Report money that was brought, matched line by line',
      'RemittanceReport',
      'RemittanceResponse',
    ]),
  },
  '/partner/v1/changes': {
    get: partner(
      '',
      ['readChanges', 'What changed about my jobs, from a cursor on', undefined, 'ChangeFeed'],
      ['after: The cursor of the last answer', 'limit: At most 100'],
    ),
  },
  '/partner/v1/health': {
    get: partner('', [
      'partnerHealth',
      'The clock of the server and what was agreed',
      undefined,
      'PartnerHealth',
    ]),
  },
  '/partner/v1/visits': { get: visits('partner:jobs', 'Partner') },
  ...listsOf('/partner/v1', 'partner:jobs', 'Partner'),
};
