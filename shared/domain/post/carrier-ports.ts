/** What working for carriers that do not pull needs from outside, beside the ports of the post itself. */
import type { Instant } from '../instant.ts';
import type { CarrierOrder, OrderStep } from './carrier-order.ts';
import type { CarrierWord, WordEnding } from './carrier-word.ts';
import type { PostalCarrier } from './postal-carrier.ts';

export interface CarrierOrders {
  /** Puts an order once for its partner and reference; a repeat gets the first one back as it is now. */
  open(order: CarrierOrder): Promise<CarrierOrder>;
  /** Read strongly. */
  find(partner: string, reference: string): Promise<CarrierOrder | undefined>;
  /** Makes the move if the order still has the revision it was read with; nothing when somebody was faster. */
  move(order: CarrierOrder, step: OrderStep): Promise<CarrierOrder | undefined>;
  /** Orders of all partners that somebody has to go on with, the longest waiting first. */
  due(now: Instant, limit: number): Promise<CarrierOrder[]>;
}

export interface CarrierWords {
  /** Durable when it returns. */
  keep(word: CarrierWord): Promise<'kept' | 'known'>;
  due(now: Instant, limit: number): Promise<CarrierWord[]>;
  /** Reads it again at this instant, or never. */
  settle(word: CarrierWord, what: { again: Instant } | { ended: WordEnding; at: Instant }): Promise<void>;
  /** What waits for a person, the oldest first. */
  stuck(limit: number): Promise<CarrierWord[]>;
  /** A person has mended what kept it from being read: it is due at this instant, as if just heard. */
  readAnew(word: CarrierWord, at: Instant): Promise<void>;
}

/** Where a worker stands in something that it reads from front to back; it outlives the worker. */
export interface Bookmarks {
  find(partner: string, name: BookmarkName): Promise<Bookmark | undefined>;
  /** Moves it if it still has the version it was read with (`undefined`: if there is none yet). */
  move(
    partner: string,
    name: BookmarkName,
    before: Bookmark | undefined,
    to: Omit<Bookmark, 'version'>,
  ): Promise<'moved' | 'conflict'>;
}
/** The carrier's feed, our own feed of changes, the walk around all parcels that are asked after. */
export type BookmarkName = 'feed' | 'changes' | 'walk';
export type Bookmark = { place: string; at: Instant; version: number };

/** The carriers that we have an account with, by the partner they stand for. */
export type PostalCarriers = (partner: string) => PostalCarrier | undefined;
