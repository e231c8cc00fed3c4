/** How fast codes may be tried: whoever mistypes is not held up, whoever guesses waits longer and longer. */
import { between, days, type Instant, minutes, plus, seconds } from '../values/instant.ts';

/** How often somebody missed lately, and from when the next try is looked at. */
export type Pace = { misses: number; lastAt: Instant; openFrom: Instant };

/** What tries are counted by. `mark` is a keyed hash: no address and no code is kept. */
export type PaceName = { kind: 'address' | 'dossier'; mark: string };

/**
 * Chosen figures. Many telephones share one address of a mobile network, so an address may miss often and never waits
 * long; a dossier has one citizen, who mistypes a few times.
 */
const pace = {
  address: { free: 30, first: seconds(5), most: minutes(2) },
  dossier: { free: 5, first: seconds(10), most: minutes(15) },
} as const;

/** After a quiet day nothing is held against anybody. */
const forgottenAfter = days(1);

/** How long, in milliseconds, until a try is looked at. */
export const waitsFor = (one: Pace | undefined, now: Instant): number =>
  one === undefined ? 0 : Math.max(0, between(now, one.openFrom));

/** The pace once one more try missed: beyond the free ones each wait is twice the one before. */
export const afterMiss = (kind: PaceName['kind'], before: Pace | undefined, now: Instant): Pace => {
  const counts = before !== undefined && between(before.lastAt, now) < forgottenAfter;
  const misses = (counts ? before.misses : 0) + 1;
  const { free, first, most } = pace[kind];
  const wait = misses < free ? 0 : Math.min(first * 2 ** Math.min(misses - free, 20), most);
  return { misses, lastAt: now, openFrom: plus(now, wait) };
};

/** Who missed how often. Each try is written before it is looked at, so that a thousand at once are counted one by one. */
export interface Paces {
  of(names: readonly PaceName[]): Promise<(Pace | undefined)[]>;
  /** `conflict`: another try was counted meanwhile. */
  move(name: PaceName, before: Pace | undefined, after: Pace): Promise<'moved' | 'conflict'>;
}
