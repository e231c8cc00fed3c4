import { type Counter, counted, type Counters, type Crossing, crossings, type PhoneCard } from './limits.ts';
import type { Day } from '../values/day.ts';
import type { E164 } from '../phone/read-phone.ts';
import type { Ward } from '../values/ward.ts';

/** A phone card as it will be, if it is still of the version it was read at. */
export type CardWrite = { before: number; after: PhoneCard };

/** What each ward has sent to each phone. */
export interface PhoneCards {
  find(phones: readonly { ward: Ward; phone: E164 }[]): Promise<{ card: PhoneCard; version: number }[]>;
}

const wardCaps = ['ward-day', 'ward-month'] as const;
type WardCap = (typeof wardCaps)[number];
type WardSpent = Pick<Counters, WardCap>;

/** What a ward has sent: the messages of its day, the parts of its month. */
export type WardSpending = { ward: Ward; spent: WardSpent; version: number };

/** So much more (or less, when it is given back) in the ward’s day or month that began then. */
export type Count = { cap: WardCap; since: Day; by: number };

/** How many the ward may send in a day or month at all. */
export type Allowed = Readonly<Record<WardCap, number>>;

const usedIn = (counter: Counter | undefined, since: Day): number =>
  [counter, counter?.before].find((one) => one?.since === since)?.used ?? 0;

/** The same day or month counted together, and nothing that comes to nothing. */
export const together = (counts: readonly Count[]): Count[] =>
  [...Map.groupBy(counts, ({ cap, since }) => `${cap} ${since}`).values()]
    .map((same) => ({ ...same[0]!, by: same.reduce((sum, { by }) => sum + by, 0) }))
    .filter(({ by }) => by !== 0);

/** What a ward has sent by then that it had not before. */
export const moreSpent = (before: WardSpent, after: WardSpent): Count[] =>
  wardCaps.flatMap((cap) =>
    [after[cap], after[cap]?.before].flatMap((one) =>
      one === undefined || one.used === usedIn(before[cap], one.since)
        ? []
        : [{ cap, since: one.since, by: one.used - usedIn(before[cap], one.since) }],
    ),
  );

/** Whether a ward that stands so has no room for all of these. What is given back always has. */
export const isFull = (spent: WardSpent, counts: readonly Count[], allowed: Allowed): boolean =>
  counts.some(({ cap, since, by }) => by > 0 && usedIn(spent[cap], since) + by > allowed[cap]);

/** How a ward stands with these. */
export const withCounts = (spent: WardSpent, counts: readonly Count[]): WardSpent =>
  counts.reduce<WardSpent>((sum, { cap, since, by }) => {
    const used = Math.max(usedIn(sum[cap], since) + by, 0);
    return { ...sum, [cap]: counted(sum[cap], { since, used }) };
  }, spent);

/** The thresholds that these counts crossed, of a ward that stands so with them. */
export const crossedBy = (after: WardSpent, counts: readonly Count[], allowed: Allowed): Crossing[] =>
  counts.flatMap(({ cap, since, by }) => {
    const used = usedIn(after[cap], since);
    return crossings(cap, used - by, used, allowed[cap]);
  });

export interface Budgets {
  /** How each of these wards stands; one that never sent anything stands at version 0. */
  of(wards: readonly Ward[]): Promise<WardSpending[]>;
  /** Writes how a ward will stand, if it still stands at this version. */
  reserve(spending: WardSpending): Promise<'reserved' | 'conflict'>;
  /**
   * Counts these, all or none, before what they count is owed, and answers how the ward then stands. Whoever counts at the
   * same time is no hindrance; `full` only where there is no room for all of them any more. `seen` is how the ward stood when it
   * was read, which may be long ago.
   */
  add(seen: WardSpending, counts: readonly Count[], allowed: Allowed): Promise<{ spent: WardSpent } | 'full'>;
}
