/**
 * What a carrier told us, as it told it: kept before the carrier is answered, read afterwards, and read again as long
 * as the parcel it speaks of may still turn up among our jobs.
 */
import { hours, type Instant, minutes, plus } from '../../values/instant.ts';
import type { Privacy } from '../../values/privacy.ts';

export type CarrierCallback = {
  /** A keyed fingerprint of partner and text, so that the same bytes are kept once. */
  id: string;
  partner: string;
  /** As it came in; it may name people, so it lies sealed. */
  raw: string;
  /** A header that belongs to it, where the carrier puts an event's own id there. */
  transaction?: string;
  /** A row of the carrier's feed, or the body of a call. */
  from: 'feed' | 'call';
  heardAt: Instant;
  tries: number;
};

export const carrierCallbackPrivacy = {
  id: 'open',
  partner: 'open',
  raw: 'personal',
  transaction: 'personal',
  from: 'open',
  heardAt: 'open',
  tries: 'open',
} as const satisfies Privacy<CarrierCallback>;

/**
 * How the reading of a word ended. `ownerless`: no parcel of ours has this number or name, which is common where an
 * office also orders by hand. `stuck`: it is about a parcel of ours and could not be taken; a person has to look.
 */
export type CallbackEnding = 'recorded' | 'nothing' | 'ownerless' | 'stuck';

/** Why a scan was not taken, and whether time may mend it. */
export const mayMend = {
  'not-found': true, // our own order may be about to be written down
  'not-accepted': true, // the carrier was faster than our acceptance
  'in-progress': true,
  'occurred-in-the-future': true, // its clock is ahead of ours
  'occurred-before-acceptance': false,
  'tracking-number-mismatch': false,
  'event-id-reused': false,
} as const satisfies Record<string, boolean>;

/** For so long a word is read again. */
const patience = hours(24);

/** When to read a word again that found nobody: after 2, 4, 8 … minutes, at most hourly; nothing when it is too old. */
export const readAgainAt = ({ heardAt, tries }: CarrierCallback, now: Instant): Instant | undefined =>
  now >= plus(heardAt, patience)
    ? undefined
    : plus(now, Math.min(minutes(2 ** Math.min(tries + 1, 6)), minutes(60)));

export interface CarrierCallbacks {
  /** Durable when it returns. */
  keep(word: CarrierCallback): Promise<'kept' | 'known'>;
  due(now: Instant, limit: number): Promise<CarrierCallback[]>;
  /** Reads it again at this instant, or never. */
  settle(
    word: CarrierCallback,
    what: { again: Instant } | { ended: CallbackEnding; at: Instant },
  ): Promise<void>;
  /** What waits for a person, the oldest first. */
  stuck(limit: number): Promise<CarrierCallback[]>;
  /** A person has mended what kept it from being read: it is due at this instant, as if just heard. */
  readAnew(word: CarrierCallback, at: Instant): Promise<void>;
}
