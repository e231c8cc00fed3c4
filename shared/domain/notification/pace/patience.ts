/** When a carrier that surely did not take a message is asked again. */
import { hours, type Instant, minutes, plus, seconds } from '../../values/instant.ts';
import type { Attempt } from '../notification.ts';
import { type Handover, wasTooFast } from '../carrier.ts';

/**
 * How long to wait before the carrier is asked again, by how often it has been asked: soon, then patiently, at
 * most every half hour.
 */
const patience = [seconds(30), minutes(1), minutes(2), minutes(5), minutes(10), minutes(30)];

/** How long a carrier may stay busy before a person is better told: the news itself grows old. */
export const busyFor = hours(24);

/** A share of one that differs from attempt to attempt, and is the same each time for the same one (FNV-1a). */
const shareOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) / 2 ** 32;
};

/**
 * When to ask again. A carrier that was handed too much at once names its own time, and nobody waits longer for having been
 * turned away before: it was the rate, not the message. Up to once that time is added, so that what was turned away
 * together does not come back together. Any other busy carrier is asked more and more patiently.
 */
export const nextTry = (
  now: Instant,
  { id, attempts }: { id: Attempt['id']; attempts: number },
  said: Extract<Handover, { outcome: 'busy' | 'refused' }>,
): Instant => {
  const retryAfter = said.outcome === 'busy' ? said.retryAfter : 0;
  if (wasTooFast(said)) return plus(now, Math.round(retryAfter * (1 + shareOf(id))));
  const ladder = patience[Math.min(attempts, patience.length) - 1] ?? patience[0]!;
  return plus(now, Math.max(retryAfter, ladder));
};
