import { days, type Instant } from '../../../domain/values/instant.ts';

/**
 * How long the post's items are kept, in days, and why. Work that is not done never expires: a job that nobody fetched
 * must not vanish, it rings. Partners, arrangements and places are about no citizen.
 */
export const postRetention = {
  dispatch: { days: 400, why: 'a year and a month after the journey ended, with the scans that tell of it' },
  paperwork: { days: 400, why: 'a year and a month, as long as the jobs on the list or in the remittance' },
  booking: { days: 400, why: 'a year and a month, as long as the remittances they came from' },
  slip: { days: 0, why: 'at once: the cash of this job is no longer open, and its bookings tell of it' },
  word: { days: 90, why: 'one quarter, in which what a carrier said can be held against what we made of it' },
  change: { days: 90, why: 'one quarter, so that a partner that was away finds what it missed' },
  claim: { days: 1, why: 'one day: longer than any retry and any lease' },
  key: { days: 1, why: 'one day: a caller that has not repeated its request by then will not' },
} as const satisfies Record<string, { days: number; why: string }>;

/** When DynamoDB may delete an item, in epoch seconds. */
export const jobExpiresAt = (kind: keyof typeof postRetention, since: Instant): number =>
  Math.ceil((Date.parse(since) + days(postRetention[kind].days)) / 1000);
