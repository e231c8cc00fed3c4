import { instantOf } from '../../../shared/domain/values/instant.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';
import { type DispatchJob, NewDispatchJob, newJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import type { Address } from '../../../shared/domain/values/places/address.ts';
import { type PostalPartner, PostalPartner as Partner } from '../../../shared/domain/post/partner/partner.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { TrackingEvent } from '../../../shared/domain/post/tracking/tracking-event.ts';
import { WardPost } from '../../../shared/domain/post/partner/ward-post.ts';

/** A moment of a Monday in March, in Viet Nam: `at('09:15')`, `at('09:15', 3)` on the Wednesday. */
export const at = (time: string, day = 1): Instant =>
  instantOf(new Date(`2026-03-0${day + 1}T${time.length === 5 ? `${time}:00` : time}+07:00`));

/** A clock that the test turns. */
export const aClock = (start: Instant) => {
  let now = start;
  return Object.assign(() => now, { set: (instant: Instant) => void (now = instant) });
};

export const ward = '26506';

export const anAddress = (difference: Partial<Address> = {}): Address => ({
  provinceCode: '82',
  communeCode: '29926',
  catalogueVersion: placesSample.version,
  line1: 'Số 12, đường Nguyễn Huệ',
  hamlet: 'Khóm 2',
  ...difference,
});

/** Read once: what follows is given to many tests as it is. */
const wantedJob = NewDispatchJob.parse({
  ward,
  partner: 'vnpost',
  dossierCode: 'H29.26-260302-0001',
  resultVersion: 1,
  direction: 'to-citizen',
  pickup: {
    name: 'UBND phường Vũng Tàu',
    phone: '02543000000',
    address: anAddress({ provinceCode: '79', communeCode: '26506' }),
  },
  recipient: {
    name: 'Nguyễn Thị Hằng',
    phone: '+84912345678',
    address: anAddress(),
    idDocumentRequired: true,
    proxyAllowed: false,
  },
  parcel: { weightGrams: 80, pieces: 1, contents: 'result-papers' },
  fee: {
    payer: 'recipient',
    lines: [
      { type: 'main', amount: 30_000, vatIncluded: true, quotedAt: at('08:00'), tariffVersion: '2026-01' },
    ],
  },
  codDue: 30_000,
});

/** Result papers of Vũng Tàu for an invented citizen in Tân Hồng, 30,000 đ at the door. */
export const aWantedJob = (difference: Partial<NewDispatchJob> = {}): NewDispatchJob => ({
  ...wantedJob,
  ...difference,
});

const usualJob = newJob(wantedJob, placesSample, at('09:00'));

/** A job on offer since nine o'clock, with these differences. */
export const aJob = (difference: Partial<DispatchJob> = {}, wanted?: Partial<NewDispatchJob>) => ({
  ...(wanted === undefined ? usualJob : newJob(aWantedJob(wanted), placesSample, at('09:00'))),
  ...difference,
});

/** Number `n` of many such jobs. */
export const jobNumber = (n: number, wanted: Partial<NewDispatchJob> = {}) =>
  aJob({}, { dossierCode: `H29.26-260302-${String(n).padStart(4, '0')}`, ...wanted });

const { visibleAt: offeredAt, ...offered } = usualJob;
const acceptedJob: DispatchJob = {
  ...offered,
  state: 'accepted',
  revision: 3,
  leaseEpoch: 1,
  attempt: 1,
  acceptedAt: at('10:00'),
  trackingNumber: 'RR123456785VN',
  reached: { ready: offeredAt, leased: at('09:30'), accepted: at('10:00') },
};

/** A job that its partner accepted at ten, as `RR123456785VN`. */
export const anAcceptedJob = (difference: Partial<DispatchJob> = {}): DispatchJob => ({
  ...acceptedJob,
  ...difference,
});

export const aPartner = (difference: Partial<PostalPartner> = {}): PostalPartner => ({
  ...Partner.parse({
    code: 'vnpost',
    name: 'Bưu điện',
    codes: 'bao-tin/1',
    pool: { service: 'RR', country: 'VN', first: 1, last: 99_999_999 },
  }),
  ...difference,
});

/** A scan as the partner sends it. */
export const aScan = (code: string, occurredAt: Instant, difference: object = {}): TrackingEvent =>
  TrackingEvent.parse({ trackingNumber: 'RR123456785VN', code, occurredAt, ...difference });

export const aClaim = (claimId: string, maxJobs = 1, leaseSeconds = 900) => ({
  claimId,
  maxJobs,
  leaseSeconds,
  filter: {},
});

const wardsPost = WardPost.parse({
  ward,
  partners: ['vnpost'],
  pickup: wantedJob.pickup,
  fee: {
    payer: 'recipient',
    tariffVersion: '2026-01',
    lines: [{ type: 'main', amount: 30_000, vatIncluded: true }],
  },
  parcel: wantedJob.parcel,
  idDocumentRequired: true,
  proxyAllowed: false,
});

/** What the ward has arranged: vnpost carries its results, 30,000 đ at the door. */
export const aWardsPost = (difference: Partial<WardPost> = {}): WardPost => ({ ...wardsPost, ...difference });

/** Every order of these. */
export function* permutations<Item>(items: readonly Item[]): Generator<Item[]> {
  if (items.length <= 1) yield [...items];
  for (const [index, first] of items.entries())
    for (const rest of permutations(items.toSpliced(index, 1))) yield [first, ...rest];
}
