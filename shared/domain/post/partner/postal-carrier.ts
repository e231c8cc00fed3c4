/** A carrier that takes orders and tells of them, instead of pulling jobs: we are its worker. */
import type { Instant } from '../../values/instant.ts';
import type { Consignment } from '../carrier-orders/consignment.ts';
import type { RejectReason } from '../job/lease.ts';
import type { TrackingEvent } from '../tracking/tracking-event.ts';
import type { CarrierInterface } from './carrier-interfaces.ts';

/** What the carrier calls an order of ours; `id` where it wants another name than the number on the parcel. */
export type Placed = { trackingNumber: string; id?: string };

/** Surely no order; worth another try after so many milliseconds. `reason` is a code, never the carrier's free text. */
export type Busy = { is: 'busy'; retryAfter: number; reason: string };
/** The carrier may have it: the answer was lost, or said neither yes nor no. */
export type Doubt = { is: 'unknown'; reason: string };

export type Placing =
  | { is: 'taken'; placed: Placed }
  /** It has this order of ours already. It may not say under which number; then it has to be looked up. */
  | { is: 'taken-before'; placed?: Placed }
  | { is: 'refused'; because: RejectReason; reason: string }
  | Busy
  | Doubt;

export type LookedUp = { is: 'found'; placed: Placed } | { is: 'not-there' } | Busy | Doubt;

/** `cancelled` also when it was cancelled before, or never was there. */
export type Withdrawing = { is: 'cancelled' } | { is: 'refused'; reason: string } | Busy | Doubt;

/**
 * A scan as a carrier tells it, already in our shape. `reference` is our own name of the order, which finds the job
 * even before it has the carrier's number.
 */
export type CarrierTold =
  | { is: 'scan'; reference?: string; event: Omit<TrackingEvent, 'jobId'> }
  /** About something else, such as a fee. */
  | { is: 'nothing'; what: string }
  /** Not in the form that we know. */
  | { is: 'unreadable'; why: string };

/** One row of a feed, with its raw text. */
export type FeedRow = { raw: string; told: CarrierTold };

export type FeedPage =
  | {
      is: 'page';
      rows: FeedRow[];
      /** Where the page ends; absent when no row of it says where it stands. */
      upTo?: string;
      /** Whether there may be more behind it. */
      full: boolean;
    }
  | Busy
  | Doubt;

export type History = { is: 'history'; told: CarrierTold[] } | { is: 'not-there' } | Busy | Doubt;

/** How we hear of scans. A carrier that calls us may be asked too: a webhook that got lost is found that way. */
export type Following = {
  /** Rows after a cursor, in the order in which they were written. Absent where there is no feed. */
  feed?: { begins: string; page(after: string): Promise<FeedPage> };
  /** What happened to one parcel so far; every parcel is asked after about so often, in milliseconds. */
  asking?: { every: number; history(reference: string, placed: Placed): Promise<History> };
};

/** Never throws for anything the carrier did or did not do. */
export interface PostalCarrier {
  readonly via: CarrierInterface;
  /** The longest that one call lasts, in milliseconds: nobody begins one with less time left. */
  readonly longestCall: number;
  /** Orders the journey under our reference. */
  place(consignment: Consignment): Promise<Placing>;
  /**
   * Finds an order by our reference, which was asked for at `since` at the earliest. Absent for a carrier that knows a
   * repeated order by itself: there `place` may be repeated.
   */
  lookUp?(reference: string, since: Instant): Promise<LookedUp>;
  cancel(reference: string, placed?: Placed): Promise<Withdrawing>;
  readonly following: Following;
}

/** The carriers that we have an account with, by the partner they stand for. */
export type PostalCarriers = (partner: string) => PostalCarrier | undefined;
