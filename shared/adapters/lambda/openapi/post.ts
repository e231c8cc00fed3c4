import type { Scope } from '../../../domain/office/client.ts';
import { type Door, door, listsOf, making, pages, actsOf } from './doors.ts';

const partner = (path: string, is: Door, queries?: string[]) => door(path, 'partner:jobs', is, queries);

const visits = (scope: Scope, who: string) =>
  door(
    '',
    scope,
    [
      `list${who}Visits`,
      'Whom the ward’s own people visit, hamlet by hamlet; also for print',
      undefined,
      'VisitList',
    ],
    ['format: `json` (default), `pdf` or `csv`'],
  );

const cashQueries = [
  'day: A day of the ward, `2026-03-02`; today without it',
  'olderThanDays: From how many days on open cash is named; 3 without it',
];

/** Dispatch jobs in the API's description. */
export const postPaths = {
  '/v1/dispatch-jobs': {
    post: making(
      door('', 'ward:write', [
        'askForDispatch',
        'Ask for a journey by hand (header `Idempotency-Key`)',
        'JobRequest',
        'WardJob',
      ]),
    ),
    get: door(
      '',
      'ward:read',
      ['listWardJobs', 'Jobs that are not on offer, by state', undefined, 'WardJobs'],
      pages,
    ),
  },
  '/v1/dispatch-jobs/{id}': {
    get: door('{id}', 'ward:read', ['readWardJob', 'One job (ETag)', undefined, 'WardJob']),
  },
  '/v1/dispatch-jobs/offer-waiting': {
    post: door('', 'ward:write', [
      'offerWaiting',
      'The ward has arranged its post: offer every journey that waited for it',
      'NoFields',
      'OfferedWaiting',
    ]),
  },
  ...actsOf('/v1/dispatch-jobs', 'ward:write', {
    cancel: [
      'cancelJob',
      'Take a job back: at once, or by asking the partner who accepted it',
      'ReasonRequest',
      'WardJob',
    ],
    recall: ['recallJob', 'Ask for papers that are on their way', 'ReasonRequest', 'WardJob'],
    'correct-address': ['correctAddress', 'Correct where the citizen lives', 'CorrectionRequest', 'WardJob'],
    'confirm-return': ['confirmReturn', 'The papers are in the office again', 'ReturnRequest', 'WardJob'],
    correct: [
      'correctEnd',
      'A journey ended otherwise than was reported; also settles scans that contradict it',
      'CorrectEndRequest',
      'WardJob',
    ],
    'settle-cod': ['settleCash', 'How a dispute about cash ended', 'SettleCashRequest', 'WardJob'],
    close: ['closeJob', 'The papers were fetched at the counter or filed', 'NoFields', 'WardJob'],
    redispatch: ['redispatchJob', 'Send papers that came back once more', 'RedispatchRequest', 'WardJob'],
    visited: ['reportVisit', 'Say how a visit by the ward’s own people went', 'VisitReport', 'VisitAnswer'],
    offer: ['offerJob', 'Offer a refused or dead job to a partner again', 'OfferRequest', 'WardJob'],
  }),
  '/v1/reports/waiting-papers': {
    get: door('', 'ward:read', [
      'listWaitingPapers',
      'Papers that wait too long, and partners that do not ask for their jobs',
      undefined,
      'WaitingPapers',
    ]),
  },
  '/v1/reports/cash': {
    get: door(
      '',
      'ward:read',
      ['reportCash', 'The money of a day with every partner', undefined, 'CashReport'],
      cashQueries,
    ),
  },
  '/v1/quarantined-scans': {
    get: door('', 'ward:read', [
      'listQuarantinedScans',
      'Scans that contradict how a journey ended; settled by `correct`',
      undefined,
      'QuarantinedScans',
    ]),
  },
  '/v1/cod-confirmations': {
    post: door('', 'ward:write', [
      'confirmCash',
      'The money of a day or a remittance is in the account; the same id again says the same',
      'CashConfirmation',
      'CashConfirmed',
    ]),
  },
  '/partner/v1/reports/cash': {
    get: partner(
      '',
      ['reportPartnerCash', 'The money of a day with every ward office', undefined, 'CashReport'],
      cashQueries,
    ),
  },
  ...listsOf('/v1', 'ward:write', 'Ward'),
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
  ...actsOf('/partner/v1/dispatch-jobs', 'partner:jobs', {
    renew: ['renewLease', 'Keep a lease for so many seconds from now', 'RenewRequest', 'DispatchJobOffer'],
    release: ['releaseJob', 'Give a job back unharmed', 'ReleaseRequest', 'DispatchJobOffer'],
    accept: ['acceptJob', 'Take a job over for good', 'AcceptJobRequest', 'DispatchJobOffer'],
    reject: ['rejectJob', 'Refuse a job for good', 'RejectRequest', 'DispatchJobOffer'],
    'confirm-cancel': ['confirmCancel', 'The papers stay in the office', 'NoFields', 'DispatchJobOffer'],
    'refuse-cancel': ['refuseCancel', 'It cannot be stopped any more', 'ReasonRequest', 'DispatchJobOffer'],
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
  '/v1/visits': {
    get: visits('ward:read', 'Ward'),
    post: door('', 'ward:write', [
      'beginRound',
      'The ward’s own people set out and take along what waits for them',
      'RoundRequest',
      'RoundResponse',
    ]),
  },
  '/partner/v1/visits': { get: visits('partner:jobs', 'Partner') },
  ...listsOf('/partner/v1', 'partner:jobs', 'Partner'),
};
