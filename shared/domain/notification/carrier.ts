import { seconds } from '../values/instant.ts';
import type { CarrierMessage } from '../text/carrier-message.ts';

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
  /** `closed`: it will take nothing from anybody until somebody has mended something. */
  | { outcome: 'busy'; retryAfter: number; reason: string; closed?: true }
  | { outcome: 'unknown'; reason: string; carrier?: string }
);

/** A carrier that will take no such message before somebody of ours has mended something: no message is lost by it. */
export const isOursToMend = (said: Handover): boolean =>
  (said.outcome === 'busy' && (said.closed === true || said.toMend !== undefined)) ||
  (said.outcome === 'refused' && said.because === 'carrier' && said.toMend !== undefined);

/** What carriers call it when they were handed more than their rate. */
const tooFastWords = /throttl|too-?many|-429\b|slow-?down|limit-?exceeded/i;

/** A carrier that asks to be asked again sooner than this has named no time that anybody could go by. */
const soonest = seconds(30);

/** Nothing is wrong with the carrier or with the message: it was handed too much at once, and says when to come back. */
export const wasTooFast = (said: Handover): boolean =>
  said.outcome === 'busy' &&
  !isOursToMend(said) &&
  said.retryAfter >= soonest &&
  tooFastWords.test(said.reason);

const mark = 'to-mend: ';

/** The reason of a text that waits until we have mended something. */
export const untilMended = (reason: string): string => `${mark}${reason}`;

/** Whether a text in the queue waits for something that a person of ours has to mend. */
export const waitsForMending = ({ state, reason }: { state: string; reason?: string | undefined }): boolean =>
  state === 'queued' && reason?.startsWith(mark) === true;

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
