/** Which column says what: found under the title rows, in one row of headings or two. */
import * as z from 'zod';
import { Status } from '../../dossier/statuses.ts';
import { OldCodePage } from '../bytes/decode.ts';
import { folded, foldedPlain } from '../cells/folded.ts';
import { type Grid, type GridRow, shown } from '../grid.ts';
import { type Shut, shut } from '../file-problem.ts';
import { ColumnChoice, type SheetField, fieldOf } from './fields.ts';

/** What an office has said once of its own lists; headings and words without accents, capitals and signs. */
export const SheetChoice = z.strictObject({
  /** By heading (`ngay hen cong dan`), or by letter where two columns have the same one (`cot d`). */
  columns: z.record(z.string().min(1).max(200), ColumnChoice).default({}),
  /** Words that this office writes for a status. */
  statuses: z.record(z.string().min(1).max(200), Status).default({}),
  /** The old code page of its files, where their letters are of one. */
  encoding: OldCodePage.optional(),
});
export type SheetChoice = z.infer<typeof SheetChoice>;

/** An office that has said nothing yet. */
export const nothingSaid: SheetChoice = { columns: {}, statuses: {} };

export type Column = { at: number; heading: string };
export type Columns = {
  of: ReadonlyMap<SheetField, Column>;
  /** Headings whose columns are not read. */
  unread: readonly string[];
  /** The number of the row under which the list begins. */
  under: number;
};

/** `D` for 3, as it stands over the sheet. */
export const letterOf = (at: number): string =>
  (at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : '') + String.fromCharCode(65 + (at % 26));

const fieldUnder = (heading: string, at: number, { columns }: SheetChoice): ColumnChoice | undefined => {
  const names = [folded(`cot ${letterOf(at)}`), folded(heading), foldedPlain(heading)];
  const chosen = names.map((name) => columns[name]).find((choice) => choice !== undefined);
  return (
    chosen ??
    names
      .slice(1)
      .map(fieldOf)
      .find((field) => field !== undefined)
  );
};

type Headed = { heading: string; at: number; says: ColumnChoice | undefined };

/** One row of headings, or a second one below that says more precisely what the first one groups. */
const headingsIn = (upper: GridRow, lower: GridRow | undefined, choice: SheetChoice): Headed[] => {
  const wide = Math.max(upper.cells.length, lower?.cells.length ?? 0);
  return Array.from({ length: wide }, (_, at): Headed => {
    const [above, below] = [shown(upper.cells[at]), shown(lower?.cells[at])];
    const readings = [below, `${above} ${below}`.trim(), above].filter((heading) => heading !== '');
    const known = readings.find((heading) => fieldUnder(heading, at, choice) !== undefined);
    const heading = known ?? readings[0] ?? '';
    return { heading, at, says: heading === '' ? undefined : fieldUnder(heading, at, choice) };
  });
};

const fieldsAmong = (headed: readonly Headed[]): Set<ColumnChoice> =>
  new Set(headed.flatMap(({ says }) => (says === undefined || says === 'ignored' ? [] : [says])));

/** Title rows are fewer. */
const searchedRows = 40;

/** A second row of headings has no code where the first one heads the codes. */
const continues = (headed: readonly Headed[], upper: GridRow, lower: GridRow): boolean => {
  const code = headed.find(({ says }) => says === 'dossierCode')?.at;
  const below = code === undefined ? '' : shown(lower.cells[code]);
  return below === '' || below === shown(upper.cells[code!]);
};

type Candidate = { headed: Headed[]; under: number; knows: number };

const candidatesIn = (rows: readonly GridRow[], choice: SheetChoice): Candidate[] =>
  rows.slice(0, searchedRows).flatMap((upper, index): Candidate[] => {
    const single = headingsIn(upper, undefined, choice);
    const alone = { headed: single, under: upper.row, knows: fieldsAmong(single).size };
    const lower = rows[index + 1];
    if (lower === undefined || lower.row !== upper.row + 1 || !continues(single, upper, lower))
      return [alone];
    const double = headingsIn(upper, lower, choice);
    return [alone, { headed: double, under: lower.row, knows: fieldsAmong(double).size }];
  });

/** Of these a second column may be left out: the first of our own words counts, since nobody is told wrongly by it. */
const forgiving: readonly ColumnChoice[] = [
  'reason',
  'procedureName',
  'name',
  'fee',
  'returnMethod',
  'filingChannel',
];

const isFilled = (grid: Grid, under: number, at: number): boolean =>
  grid.rows.some((row) => row.row > under && shown(row.cells[at]) !== '');

/** The columns of a list of dossiers, or why it is none. A column that is blank all the way down says nothing. */
export const matchColumns = (grid: Grid, choice: SheetChoice): { ok: true; columns: Columns } | Shut => {
  const [best] = candidatesIn(grid.rows, choice)
    .filter(({ headed, knows }) => knows > 1 && fieldsAmong(headed).has('dossierCode'))
    .toSorted((one, other) => other.knows - one.knows);
  if (best === undefined) return shut('no-headings');
  const { under } = best;
  const read = best.headed.filter(
    ({ says, at }) =>
      says === 'dossierCode' || (says !== undefined && says !== 'ignored' && isFilled(grid, under, at)),
  );
  const twice = [...Map.groupBy(read, ({ says }) => says)].find(
    ([says, all]) => all.length > 1 && !forgiving.includes(says!),
  );
  if (twice !== undefined)
    return shut(
      'same-twice',
      twice[1].map(({ heading, at }) => `“${heading}” (cột ${letterOf(at)})`),
    );
  const of = new Map(read.toReversed().map(({ heading, at, says }) => [says as SheetField, { heading, at }]));
  const unread = best.headed
    .filter(({ heading, at, says }) => heading !== '' && of.get(says as SheetField)?.at !== at)
    .map(({ heading }) => heading);
  return { ok: true, columns: { of, unread, under } };
};
