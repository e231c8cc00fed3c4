/** What a report says, before anybody draws or writes it: headline figures, one chart, one table, and what has to be known. */
import type { Day } from '../values/day.ts';
import type { Instant } from '../values/instant.ts';
import type { FiguresByDay } from './figures.ts';
import type { Stretch } from './month.ts';
import type { Listing } from './table/listing.ts';

/** A share is a number from 0 to 1; `dong` is whole VND. */
export type Measure = 'count' | 'share' | 'dong';

/** A figure of the stretch, the same of the month before, and the target where one is set; undefined is not known. */
export type Headline = {
  words: string;
  is: Measure;
  now: number | undefined;
  before: number | undefined;
  target?: { atLeast: number } | { atMost: number };
};

/** Bars, one for each label; the values of the series stand on each other. */
export type Chart = {
  words: string;
  labels: readonly string[];
  series: readonly { words: string; tone: 'good' | 'bad' | 'open'; values: readonly number[] }[];
};

export type Report = {
  headlines: readonly Headline[];
  chart?: Chart;
  listing: Listing;
  notes: readonly string[];
};

/** What a report is made of. */
export type ReportBasis = {
  figures: FiguresByDay;
  stretch: Stretch;
  /** What one part of an SMS costs the office, in VND, where it has said so. */
  dongPerPart?: number | undefined;
  /** Dossiers that are unfinished today; the stretch has to end today for it to be said of the stretch. */
  openNow?: number | undefined;
};

export type MakeReport = (asked: ReportBasis) => Report;

/** A part of a whole; of nothing there is no share. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole;

/** A month as it was read: what its reports are made of, when the figures were last added to, the first day that has any. */
export type MonthRead = {
  basis: ReportBasis;
  countedAt?: Instant;
  since?: Day;
  /** How many offices stand in it. */
  offices: number;
};
