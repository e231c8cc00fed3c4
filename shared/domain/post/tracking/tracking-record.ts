import type { Instant } from '../../values/instant.ts';
import type { Privacy } from '../../values/privacy.ts';
import type { TrackingStatus } from './carrier-codes.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import type { TrackingEvent } from './tracking-event.ts';

/** How a contradiction was settled, written on the scan. */
export type ScanSettled = {
  at: Instant;
  by: string;
  client: string;
  reason: string;
  end: DispatchJob['state'];
};

/** A scan as it is kept, with what we made of it. */
export type TrackingRecord = {
  identity: string;
  jobId: string;
  event: TrackingEvent;
  reportedAt: Instant;
  outcome: 'APPLIED' | 'RECORDED' | 'QUARANTINED';
  note?: 'unknown-code' | 'no-effect' | 'late' | 'repeated' | 'after-the-end' | 'contradiction';
  status?: TrackingStatus;
  /** A person has looked at the contradiction. */
  settled?: ScanSettled;
};

export const trackingRecordPrivacy = {
  identity: 'open',
  jobId: 'open',
  event: 'personal',
  reportedAt: 'open',
  outcome: 'open',
  note: 'open',
  status: 'open',
  settled: 'personal',
} as const satisfies Privacy<TrackingRecord>;
