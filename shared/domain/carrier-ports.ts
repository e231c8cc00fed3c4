import type { CarrierMessage } from './carrier-message.ts';
import type { InboundMessage } from './inbound-message.ts';
import type { Instant } from './instant.ts';
import type { NotificationId } from './notification.ts';
import type { Receipt } from './receipt.ts';
import type { Ward } from './ward.ts';

/** Receipts that nobody owns yet: a carrier can be faster than our own record, or speak of what we do not know. */
export interface Receipts {
  keep(receipt: Receipt, lookAgainAt: Instant, tries: number): Promise<void>;
  overdue(now: Instant, limit: number): Promise<{ receipt: Receipt; tries: number }[]>;
  /** The receipt found its owner, or nobody will ever claim it. */
  close(receipt: Receipt, as: 'applied' | 'ownerless'): Promise<void>;
}

/** Tells the sending side that these notifications may be due. Losing a ring loses nothing: the sweep finds them. */
export interface Doorbell<Id extends string = NotificationId> {
  ring(notifications: readonly { id: Id; ward: Ward }[]): Promise<void>;
  /** About how many rings nobody has answered yet. */
  waiting(): Promise<number>;
}

/**
 * Why a carrier did not take a message: nobody would (`message`), this carrier would not (`carrier`: a template not
 * registered with it, a sender name, an account), or the phone cannot be reached by it (`unreachable-here`: no Zalo).
 */
export type RefusedBecause = 'message' | 'carrier' | 'unreachable-here';

/**
 * What a carrier said when we handed it a message. `unknown` means that it may have taken it; whatever the carrier
 * did not say, it did not say. `carrier` names who of several took it or may have; without it, the one that was asked.
 * A refusal without `because` is about the message.
 *
 * `toMend` says what a person on duty has to mend at a carrier that was asked, whatever became of this message: an
 * account, a balance, a template. Every other message meets the same.
 */
export type Handover = { toMend?: string } & (
  | { outcome: 'accepted'; reference: string; carrier?: string }
  | { outcome: 'refused'; reason: string; because?: RefusedBecause }
  | { outcome: 'busy'; retryAfter: number; reason: string }
  | { outcome: 'unknown'; reason: string; carrier?: string }
);

/** Hands one text to whoever carries it to a phone, once. Accepting is not delivering: the receipt comes later. */
export interface Carrier {
  readonly name: string;
  /**
   * The longest `take` lasts, in milliseconds: whoever claims a message should have more time than this left. Without
   * it, the time-outs of a single request: 4 s.
   */
  readonly longestTake?: number;
  /** `attempt` is the attempt's id, for carriers that can give it back in their receipts. Never throws. */
  take(message: CarrierMessage): Promise<Handover>;
}

/** What carriers and webhooks want to be convinced with: read once at cold start, never logged. */
export interface Secrets {
  /** The secret's text; throws when there is none. */
  read(name: string): Promise<string>;
}

/** Messages from citizens, kept until somebody answers them. The same message may be put in twice. */
export interface Inbox {
  put(message: InboundMessage): Promise<void>;
}
