/** What a dossier's events say was told wrongly, and until when somebody has seen to it. */
import type { Instant } from '../../values/instant.ts';
import type { DecidedEvent } from './decided-event.ts';

/** When somebody last said that all of it is settled; what turned out to be wrong later is not. */
export const settledAt = (events: readonly DecidedEvent[]): Instant | undefined =>
  events
    .flatMap(({ act, acceptedAt }) => (act?.what === 'settle' ? [acceptedAt] : []))
    .toSorted()
    .at(-1);

/** The events by which something that had left turned out to be wrong after that instant, or at all. */
export const toldWronglySince = (
  events: readonly DecidedEvent[],
  since: Instant | undefined,
): DecidedEvent[] =>
  events.filter(
    ({ outcome }) =>
      (outcome?.corrects !== undefined || outcome?.lettersToldWrongly !== undefined) &&
      (since === undefined || outcome.decidedAt > since),
  );
