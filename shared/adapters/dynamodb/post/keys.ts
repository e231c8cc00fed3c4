import type { Instant } from '../../../domain/values/instant.ts';
import type { Day } from '../../../domain/values/day.ts';
import type { Booking, CashSlip } from '../../../domain/post/money/cash-book.ts';
import type { JobState } from '../../../domain/post/job/dispatch-moves.ts';
import { type Key, shardOf, shardsOf } from '../keys.ts';
import { partitions } from '../table.ts';

const jobPartition = (jobId: string): string => partitions.job + jobId;

export const jobKey = (jobId: string): Key => ({ pk: jobPartition(jobId), sk: 'JOB' });

export const scanPrefix = 'SCAN#';

/** A scan lies beside its job under its identity, so that it can be written down once. */
export const scanKey = (jobId: string, identity: string): Key => ({
  pk: jobPartition(jobId),
  sk: scanPrefix + identity,
});

/** Apart from the job: each of its pieces of evidence has a place of its own. */
export const evidenceKey = (jobId: string, place: number): Key => ({
  pk: `EVIDENCE#${jobId}`,
  sk: `PLACE#${String(place).padStart(3, '0')}`,
});

/** Where contradicting scans of a ward wait in the dispatch index until a person has settled them. */
export const quarantinePartition = (ward: string): string => `QUARANTINE#${ward}`;

export const numberKey = (trackingNumber: string): Key => ({
  pk: partitions.tracking + trackingNumber,
  sk: 'JOB',
});
export const claimKey = (partner: string, claimId: string): Key => ({
  pk: `${partitions.claim}${partner}#${claimId}`,
  sk: 'CLAIM',
});
export const changeKey = (partner: string, changeId: string): Key => ({
  pk: partitions.changes + partner,
  sk: changeId,
});
export const poolKey = (partner: string, series: string): Key => ({
  pk: partitions.pool + partner,
  sk: series,
});
export const manifestKey = (manifestId: string): Key => ({
  pk: partitions.manifest + manifestId,
  sk: 'MANIFEST',
});
export const remittanceKey = (partner: string, remittanceId: string): Key => ({
  pk: `REMITTANCE#${partner}#${remittanceId}`,
  sk: 'REMITTANCE',
});

export const slipKey = ({ partner, ward, jobId }: Pick<CashSlip, 'partner' | 'ward' | 'jobId'>): Key => ({
  pk: partitions.cash + partner,
  sk: `${ward}#${jobId}`,
});
export const slipLookup = (ward: string): string => `CASH#${ward}`;
export const bookingKey = ({ partner, day, ward, bookingId }: Booking): Key => ({
  pk: bookingsPartition(partner, day),
  sk: `${ward}#${bookingId}`,
});
/** Of a partner in the table itself, of a ward in the look-up index. */
export const bookingsPartition = (tenant: string, day: Day): string =>
  `${partitions.bookings}${tenant}#${day}`;
export const confirmationKey = (ward: string, confirmationId: string): Key => ({
  pk: `${partitions.confirmation}${ward}#${confirmationId}`,
  sk: 'CONFIRMATION',
});

export const orderKey = (partner: string, reference: string): Key => ({
  pk: `CARRIER-ORDER#${partner}#${reference}`,
  sk: 'ORDER',
});
export const wordKey = (id: string): Key => ({ pk: partitions.carrierWord + id, sk: 'WORD' });
export const bookmarkKey = (partner: string, name: string): Key => ({
  pk: `BOOKMARKS#${partner}`,
  sk: name,
});

export const parcelKey = (code: string): Key => ({ pk: partitions.parcel + code, sk: 'PARCEL' });

export const partnersPartition = 'POST#partners';
export const partnerKey = (code: string): Key => ({ pk: partnersPartition, sk: code });
export const pollsPartition = partitions.polls;
export const pollKey = (partner: string): Key => ({ pk: pollsPartition, sk: partner });
export const wardPostKey = (ward: string): Key => ({ pk: partitions.ward + ward, sk: 'POST' });
export const placesPartition = (version: string): string => `PLACES#${version}`;
export const placesKey: Key = { pk: 'PLACES', sk: 'CURRENT' };

/** The ward that a job belongs to, which its id begins with. */
export const wardIn = (jobId: string): string => jobId.split('_', 1)[0]!;
export const jobIdIn = ({ pk }: Key): string => pk.slice(jobPartition('').length);

export const offerPartition = (partner: string, priority: number): string => `OFFER#${partner}#${priority}`;
/** The offers of a partner that begin or end in one place, each kind of place in an index of its own. */
export const placeOffers = (partner: string, priority: number, code: string): string =>
  `${offerPartition(partner, priority)}#${code}`;
export const offerPlace = (visibleAt: Instant, jobId: string): string => `${visibleAt}#${jobId}`;
export const jobsOfWard = (ward: string): string => `WARD#${ward}`;

/** Where the look-up index has the jobs of a partner, by state and since when they are in it. */
export const heldLookup = (partner: string): string => `HELD#${partner}`;
/** Where the index of timers has a job, and all its places. */
export const timersOf = (jobId: string): string => shardOf('TIMERS', jobId);
export const timersPartitions = shardsOf('TIMERS');
export const statePlace = (state: JobState, since: Instant): string => `${state}#${since}`;
