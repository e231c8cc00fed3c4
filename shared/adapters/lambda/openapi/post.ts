import { actDoors, cashQueries, door, listsOf, making, pages, visits } from './doors.ts';

/** What a ward office finds of dispatch jobs in the API's description. */
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
  ...actDoors('/v1/dispatch-jobs', 'ward:write', {
    cancel: [
      'cancelJob',
      'Take a job back: at once, or by asking the partner who accepted it',
      'ReasonRequest',
      'WardJob',
    ],
    recall: ['recallJob', 'Ask for papers that are on their way', 'ReasonRequest', 'WardJob'],
    'correct-address': [
      'correctAddress',
      'Correct where the citizen lives; a partner that has the papers is asked',
      'CorrectionRequest',
      'WardJob',
    ],
    'answer-redirect': [
      'noteRedirectAnswer',
      'Write down what a partner without a program said to another address',
      'PartnerAnswer',
      'WardJob',
    ],
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
  ...listsOf('/v1', 'ward:write', 'Ward'),
  '/v1/visits': {
    get: visits('ward:read', 'Ward'),
    post: door('', 'ward:write', [
      'beginRound',
      'The ward’s own people set out and take along what waits for them',
      'RoundRequest',
      'RoundResponse',
    ]),
  },
};
