/** When a step that is written down by hand happened. */
import { between, type Instant, minutes, plus } from '../../values/instant.ts';

/**
 * The instant of a step after one at `since`: as typed, to the minute, or now. Within the minute of the step before, and where
 * a clock that reported that one is ahead of ours, it comes right after it, so that the order of the steps is the order
 * of the work. Undefined for what would lie before the step that it follows.
 */
export const whenItWas = (
  typed: Instant | undefined,
  { now, since }: { now: Instant; since: Instant | undefined },
): Instant | undefined => {
  const at = typed ?? now;
  if (since === undefined || at > since) return at;
  const sameMinute = typed === undefined || between(typed, since) < minutes(1);
  return sameMinute ? plus(since, 1) : undefined;
};
