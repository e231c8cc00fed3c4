/** The rows of one list of dossiers: events, refusals by column, and what is no dossier. */
import { folded } from '../cells/folded.ts';
import { type Order, dayOrderOf } from '../cells/moments.ts';
import { type DateField, dateFields } from '../columns/fields.ts';
import type { Columns, SheetChoice } from '../columns/match.ts';
import { type Grid, type GridRow, isBlank, shown } from '../grid.ts';
import { readRow, type RowEvent } from './read-row.ts';
import type { Note, Skip } from './troubles.ts';

/** One row by the number that stands beside it in the sheet. */
export type SheetRow =
  | ({ row: number } & RowEvent)
  | { row: number; dossierCode: string; refused: Note[] }
  | { row: number; skipped: Skip };

/** Behind these a row counts the others. */
const totals = /^(?:tong(?: cong| so)?|cong|sum|total)\b/;

/** Cells of a total or a signature that say so. */
const isTotal = (row: GridRow): boolean => {
  const first = row.cells.find((cell) => !isBlank(cell));
  return first?.kind === 'text' && totals.test(folded(first.text));
};

/** `(1) (2) (3)` under the headings. */
const countsColumns = ({ cells }: GridRow): boolean => {
  const said = cells.map(shown).filter((text) => text !== '');
  const numbers = said.map((text) => Number(/^\(?(\d{1,2})\)?$/.exec(text)?.[1] ?? Number.NaN));
  return said.length > 2 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
};

/** The headings once more, as they stand at the top of every printed page. */
const repeatsHeadings = (row: GridRow, { of }: Columns): boolean =>
  [...of.values()].filter(({ at, heading }) => folded(shown(row.cells[at])) === folded(heading)).length > 1;

/** A row without a code that says hardly anything of a dossier is a title of a group or a signature. */
const isNoDossier = (row: GridRow, columns: Columns): boolean => {
  if (repeatsHeadings(row, columns) || countsColumns(row)) return true;
  const code = columns.of.get('dossierCode')!;
  if (!isBlank(row.cells[code.at])) return isTotal(row) && columnsSaid(row, columns) < 3;
  return isTotal(row) || columnsSaid(row, columns) < 2;
};

const columnsSaid = (row: GridRow, { of }: Columns): number =>
  [...of.values()].filter(({ at }) => !isBlank(row.cells[at])).length;

const lost = (row: GridRow): string | undefined =>
  Array.from(row.cells, shown).find((text) => text.includes('\ufffd'));

export type ListOptions = { choice: SheetChoice; asOf?: string };

/** Reads all rows under the headings, in their order. */
export const readRows = ({ rows }: Grid, columns: Columns, { choice, asOf }: ListOptions): SheetRow[] => {
  const list = rows.filter(({ row }) => row > columns.under);
  const orders = new Map<DateField, Order>(
    dateFields.flatMap((field) => {
      const column = columns.of.get(field);
      return column === undefined ? [] : [[field, dayOrderOf(list.map(({ cells }) => cells[column.at]))]];
    }),
  );
  const code = columns.of.get('dossierCode')!;
  return list.map((given): SheetRow => {
    const { row } = given;
    const dossierCode = shown(given.cells[code.at]);
    const refuse = (trouble: Note['trouble'], value: string): SheetRow => ({
      row,
      dossierCode: given.torn ? '' : dossierCode,
      refused: [{ column: '', value, trouble }],
    });
    if (given.torn) return refuse('quote-open', shown(given.cells[0]));
    if (given.hidden) return { row, skipped: 'hidden' };
    if (isNoDossier(given, columns)) return { row, skipped: 'no-dossier' };
    const broken = lost(given);
    if (broken !== undefined) return refuse('letters-lost', broken);
    const read = readRow(given, { columns, orders, choice, ...(asOf !== undefined && { asOf }) });
    return 'event' in read ? { row, ...read } : { row, dossierCode, refused: read.refused };
  });
};
