/** What the reports of days share: a row for each day that has begun, and a comparison with the month before. */
import { formatDay, type Day, weekdayOf } from '../../values/day.ts';
import { type Figure, sumOf } from '../figures.ts';
import type { ReportBasis, Headline, Measure } from '../report.ts';
import type { ListingCell, ListingColumn } from '../table/listing.ts';

const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/** `T2 23/11`, as a row or a bar is named. */
export const dayInShort = (day: Day): string =>
  `${weekdays[weekdayOf(day) - 1]} ${formatDay(day).slice(0, 5)}`;

/** One column of figures: what it is of some days. */
export type FigureColumn = { words: string; is: Measure; of: (days: readonly Day[]) => number | undefined };

/** The sum of figures over days. */
export const sums =
  ({ figures }: ReportBasis) =>
  (...names: Figure[]) =>
  (days: readonly Day[]): number =>
    sumOf(figures, days, ...names);

const columnsOf = (first: string, columns: readonly FigureColumn[]): ListingColumn[] => [
  { words: first, is: 'text' },
  ...columns.map(({ words, is }) => ({ words, is })),
];

/** A row for each day, and what the days come to. */
export const listingByDay = (
  title: string,
  { stretch: { days } }: ReportBasis,
  columns: readonly FigureColumn[],
) => {
  const row = (words: string, of: readonly Day[]): ListingCell[] => [
    words,
    ...columns.map((column) => column.of(of)),
  ];
  return {
    title,
    columns: columnsOf('Ngày', columns),
    rows: days.map((day) => row(dayInShort(day), [day])),
    total: row('Cả kỳ', days),
  };
};

/** A figure of the stretch and of the month before. */
export const headline = (
  { stretch }: ReportBasis,
  { words, is, of }: FigureColumn,
  target?: Headline['target'],
): Headline => ({
  words,
  is,
  now: of(stretch.days),
  before: of(stretch.before),
  ...(target && { target }),
});
