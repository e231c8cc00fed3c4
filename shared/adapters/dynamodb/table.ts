/**
 * The names of the one table: keys, partitions, indexes, expiry. The stack creates the table and gives rights by these
 * names and the adapter reads and writes by them, so the two cannot disagree.
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds after which DynamoDB may delete the item; every item about a citizen has it (see `expiry.ts`). */
  expiry: 'expiresAt',
  /** What kind of item this is; the stream mapping filters on it. */
  kind: 'kind',
} as const;

/** What the partitions of a kind begin with, where rights are given by it. */
export const partitions = {
  event: 'EVENT#',
  dossier: 'DOSSIER#',
  attempt: 'ATTEMPT#',
  receipt: 'RECEIPT#',
  client: 'CLIENT#',
  /** When each client last got a token: apart from its credentials, which whoever gives tokens may not write. */
  clientUse: 'CLIENT-USE#',
  ward: 'WARD#',
  letter: 'LETTER#',
  calendar: 'CALENDAR#',
  officer: 'OFFICER#',
  session: 'SESSION#',
  /** Dossiers by the hash of their code, in the index of dispatch jobs. */
  code: 'CODE#',
  /** What citizens did on their pages: the pace of looking up, phones to be confirmed, how the service was. */
  lookup: 'LOOKUP#',
  /** Results that lie at a counter, in the index of what waits. */
  ready: 'READY#',
  rating: 'RATING#',
  /** What officers did and read. */
  deed: 'DEEDS#',
  /** What one officer proposed and another decides. */
  proposal: 'PROPOSALS#',
  /** Files that an office brings, by office and time. */
  import: 'IMPORTS#',
  bundle: 'BUNDLE#',
  person: 'PERSON#',
  phone: 'PHONE#',
  job: 'JOB#',
  /** Hand-over lists, numbers of parcels, claims of partners, pools of numbers. */
  manifest: 'MANIFEST#',
  tracking: 'TRACKING#',
  claim: 'CLAIM#',
  /** When each partner last asked for jobs. */
  polls: 'POST#polls',
  pool: 'POOL#',
  /** Money of journeys: what is open, what was booked on a day, what a person confirmed. */
  cash: 'CASH#',
  bookings: 'BOOKINGS#',
  confirmation: 'CONFIRMATION#',
  /** Codes of labels that were printed, and whose they are. */
  parcel: 'PARCEL#',
  /** What partners are told of jobs that changed. */
  changes: 'CHANGES#',
  /** Headings, wordings and vaccination places of an office. */
  wardLetters: 'WARD-LETTERS#',
  /** What postal carriers told, before it is read. */
  carrierWord: 'CARRIER-WORD#',
  /** The figures of an office by day, and what each thing was counted as last. */
  figures: 'FIGURES#',
  counted: 'COUNTED#',
  /** That citizens were erased, by keyed hashes. */
  erased: 'ERASED#',
  /** What citizens asked about their own data, by office. */
  personRequest: 'PERSON-REQUESTS#',
  /** The data keys, wrapped. */
  key: 'KEY#',
} as const;

/** What partitions of the look-up index begin with, where rights are given by it. */
export const lookups = {
  officers: 'OFFICERS#',
  clients: 'CLIENTS#',
  proposed: 'PROPOSED#',
  personRequests: 'PERSON-REQUESTS',
} as const;

export const dataKeysPartition = `${partitions.key}data`;

/**
 * What is waiting for the clock: undecided events, queued and half-sent notifications, receipts without an owner.
 * Sparse: an item leaves the index when nothing has to happen to it any more.
 */
export const dueIndex = { name: 'due-index', partitionKey: 'duePk', sortKey: 'dueSk' } as const;

/**
 * Where something is found by another key than its own: a dossier by the hash of a phone, a notification by the
 * carrier's reference or, while its fate is unknown, by the hash of its phone. Sparse.
 */
export const lookupIndex = { name: 'lookup-index', partitionKey: 'lookupPk', sortKey: 'lookupSk' } as const;

/** What a claim sees of an offer. */
const offered = ['attempt', 'maxAttempts', 'ward', 'provinceCode', 'communeCode'] as const;

/**
 * Dispatch jobs that may be claimed, by partner and priority, in the order of their offer; all others by their ward and
 * state; and dossiers by their code, which leaves the look-up index to their phone. An index of its own, because a claim has to see more than keys: how often a job was claimed and where it goes.
 */
export const dispatchIndex = {
  name: 'dispatch-index',
  partitionKey: 'dispatchPk',
  sortKey: 'dispatchSk',
  includes: offered,
} as const;

/**
 * The same offers once more, each list only as long as one ward, commune or province makes it, so that a claim that asks for
 * few places reads no others. A job leaves all three with `offeredAt`.
 */
export const offersBy = {
  ward: {
    name: 'ward-offers-index',
    partitionKey: 'offeredFromWard',
    sortKey: 'offeredAt',
    includes: [...offered, lookupIndex.sortKey], // the office looks for what has waited since
  },
  commune: {
    name: 'commune-offers-index',
    partitionKey: 'offeredToCommune',
    sortKey: 'offeredAt',
    includes: offered,
  },
  province: {
    name: 'province-offers-index',
    partitionKey: 'offeredToProvince',
    sortKey: 'offeredAt',
    includes: offered,
  },
} as const;

/**
 * Jobs in whose state something may wait too long, whoever they belong to, by state and since when. The clock reads what
 * is due in it, and knows neither wards nor partners.
 */
export const timersIndex = {
  name: 'timers-index',
  partitionKey: 'timedIn',
  sortKey: lookupIndex.sortKey,
} as const;

/** Every index of the table. */
export const tableIndexes = [
  dueIndex,
  lookupIndex,
  dispatchIndex,
  offersBy.ward,
  offersBy.commune,
  offersBy.province,
  timersIndex,
] as const;
export type TableIndex = (typeof tableIndexes)[number];

/** The value of `kind` of a dispatch job; those that owe word to a citizen wake tell-of-post. */
export const dispatchJobKind = 'dispatch-job';

/** The kinds of items that reports count: the stream hands every change of one to whoever counts. */
export const countedKinds = ['dossier', 'notification', 'letter', dispatchJobKind] as const;

/** The value of `kind` that the stream hands to decide-notifications. */
export const statusEventKind = 'status-event';

/** How many partitions one kind of waiting is spread over: 4 × 1,000 writes a second (DynamoDB's limit a partition). */
export const dueShards = 4;
