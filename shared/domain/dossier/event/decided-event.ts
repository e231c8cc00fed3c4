import type { Instant } from '../../values/instant.ts';
import type { AcceptedEvent } from './status-event.ts';
import type { ActDid } from './correct-request.ts';
import type { NotificationId } from '../../values/ids.ts';

/** How an event was decided, as its own item remembers it. */
export type Outcome = {
  decidedAt: Instant;
  told: NotificationId[];
  /** What had left and was wrong: to another phone than the citizen's, or of what has been corrected since. */
  corrects?: NotificationId[];
  silent?: string;
  because?: string;
  /** The letters it gave occasion for, or why there is none. */
  letters?: string[];
  noLetter?: string;
  /** Letters that have left and are wrong by this event. */
  lettersToldWrongly?: string[];
  /** Of an act of the office: what it did. */
  did?: ActDid;
};
export type DecidedEvent = AcceptedEvent & { outcome?: Outcome; stuck?: string };
