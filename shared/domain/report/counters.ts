import type { Day } from '../values/day.ts';
import type { Instant } from '../values/instant.ts';
import type { Ward } from '../values/ward.ts';
import type { Thing } from './counted/thing.ts';
import type { FiguresByDay } from './figures.ts';
import type { Tally } from './tally.ts';

/** The name of something that is counted, as whoever keeps it names it. */
export type CountedName = string;

/** How something was counted last, and at which version; version 0 was never counted. */
export type CountedBefore = { tallies: readonly Tally[]; version: number };

/** What was counted of one thing, and what that changes in the figures of its office. */
export type Recount = {
  name: CountedName;
  ward: Ward;
  before: CountedBefore;
  after: readonly Tally[];
  more: readonly Tally[];
};

export interface FigureCounters {
  /** How each of these was counted last; read before the things themselves, so that whoever counts meanwhile is noticed. */
  before(names: readonly CountedName[]): Promise<ReadonlyMap<CountedName, CountedBefore>>;
  /** The things as they stand; one that is gone is missing. */
  things(names: readonly CountedName[]): Promise<ReadonlyMap<CountedName, { ward: Ward; thing: Thing }>>;
  /** Writes each with what it changes, both or neither; `conflict` where somebody has counted it meanwhile. */
  write(recounts: readonly Recount[], at: Instant): Promise<ReadonlyMap<CountedName, 'counted' | 'conflict'>>;
}

/** The figures of an office, when they were last added to, and the first day that has any. */
export type OfficeFigures = { figures: FiguresByDay; countedAt?: Instant; since?: Day };

export interface DailyFigures {
  /** From one day to another, both with them. */
  of(ward: Ward, from: Day, to: Day): Promise<OfficeFigures>;
  /** The offices that have any. */
  wards(): Promise<Ward[]>;
}
