/** How a bench is to run: as it is meant, or shortly, only to see that it still does. */
export type How = { smoke: boolean };

/** One line of a bench: what was measured, once (a count, a size) or in several runs, in this unit. */
export type Row = {
  name: string;
  value: number | readonly number[];
  unit: string;
  /** The row of the same part, or else of the same bench, that this one is compared with. */
  ratioTo?: string;
  /** The part of the bench it stands under. */
  part?: string;
  note?: string;
};

/** A row as it is printed and kept: `ratio` is how many times the row it is compared with. */
export type Figure = Omit<Row, 'value'> & {
  median: number;
  min: number;
  max: number;
  runs: number;
  ratio?: number;
};

/** The middle value; of an even number, the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return (low + high) / 2;
};

/** The value that `share` (0 to 1) of all values do not exceed. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
};

const figureOf = ({ value, ...row }: Row): Figure => {
  const values = [value].flat();
  return {
    ...row,
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
    runs: values.length,
  };
};

/** Rows measured in turn are compared run by run, so that a slow moment of the machine falls out. */
const ratioOf = (row: Row, baseline: Row): number => {
  const [ours, theirs] = [[row.value].flat(), [baseline.value].flat()];
  if (ours.length !== theirs.length) return median(ours) / median(theirs);
  return median(ours.map((value, run) => value / theirs[run]!));
};

/** What rows come to. A row that is compared with one that is not there is a mistake. */
export const figuresOf = (rows: readonly Row[]): Figure[] =>
  rows.map((row) => {
    const { name, part, ratioTo } = row;
    if (ratioTo === undefined) return figureOf(row);
    const called = rows.filter((other) => other.name === ratioTo);
    const baseline = called.find((other) => other.part === part) ?? called[0];
    if (baseline === undefined) throw new Error(`${name}: there is no row "${ratioTo}"`);
    return { ...figureOf(row), ratio: ratioOf(row, baseline) };
  });

/** Three digits say enough; whole numbers stay whole. */
const written = (value: number): string =>
  Number.isNaN(value)
    ? '–'
    : Number.isInteger(value) || Math.abs(value) >= 1000
      ? Math.round(value).toLocaleString('en')
      : String(Number(value.toPrecision(3)));

const columns = ({ name, median: middle, min, max, runs, unit, ratio, ratioTo, note }: Figure): string[] => [
  `  ${name}`,
  written(middle),
  runs === 1 ? '' : `${written(min)}–${written(max)}`,
  unit,
  [ratio === undefined ? '' : `${written(ratio)} × ${ratioTo}`, note ?? '']
    .filter((text) => text !== '')
    .join('; '),
];

/** Lines of a table: name, median, range, unit, ratio. */
export const tableOf = (figures: readonly Figure[]): string[] => {
  const rows = figures.map(columns);
  const width = (column: number) => Math.max(...rows.map((row) => row[column]!.length));
  const widths = [0, 1, 2, 3].map(width);
  return rows.flatMap((row, at) => {
    const { part } = figures[at]!;
    const heading = part !== undefined && part !== figures[at - 1]?.part ? [` ${part}`] : [];
    const [name, middle, range, unit, ratio] = row as [string, string, string, string, string];
    const line = [
      name.padEnd(widths[0]!),
      middle.padStart(widths[1]!),
      range.padEnd(widths[2]!),
      unit.padEnd(widths[3]!),
      ratio,
    ];
    return [...heading, line.join('  ').trimEnd()];
  });
};
