/** A file of a ward to its rows: the door of this room. */
import { isOldCodePage } from '../dossier/event/old-code-pages.ts';
import { askWhichPage, decode, OldCodePage, readAs } from './bytes/decode.ts';
import { kindOfBytes } from './bytes/kind.ts';
import type { SheetField } from './columns/fields.ts';
import { type Columns, matchColumns, type SheetChoice } from './columns/match.ts';
import { tellingDays } from './rows/when.ts';
import { type Shut, shut } from './file-problem.ts';
import { type Cell, type Grid, shown } from './grid.ts';
import { readCsv } from './readers/csv.ts';
import { readHtmlTables } from './readers/html-table.ts';
import { readRows, type SheetRow } from './rows/read-rows.ts';
import { type Inflate, readWorkbook } from './xlsx/read-workbook.ts';

export type SheetOptions = {
  inflate: Inflate;
  choice: SheetChoice;
  /** The sheet of a workbook, where somebody has chosen one by name. */
  sheet?: string;
  /** When the list was made, with offset. */
  asOf?: string;
};

/** A list of dossiers: its rows, and which headings its columns were read under. */
export type List = {
  ok: true;
  kind: 'list';
  rows: SheetRow[];
  columns: Columns;
  sheet?: string;
  samples: ReadonlyMap<SheetField, string[]>;
};
/** JSON of any kind is text here; who reads it stands beside its shapes. */
type Json = { ok: true; kind: 'json'; text: string };

/** JSON of one piece, or lines of it; a line that was broken may stand before the first good one. */
const isJson = (text: string): boolean => /^\s*[[{]|^(?:[^\n]*\n){0,20}\{"/.test(text);
const isMarkup = (text: string): boolean => /^\s*</.test(text);

/** A page that says itself of which old code page it is. */
const declaredIn = (text: string): OldCodePage | undefined =>
  isMarkup(text) && /charset\s*=\s*["']?windows-1258/i.test(text.slice(0, 4000)) ? 'windows-1258' : undefined;

const textsOf = (grids: readonly Grid[]): string[] =>
  grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(shown)));

const inPage = (grid: Grid, page: OldCodePage): Grid => {
  const converted = (cell: Cell | undefined): Cell | undefined =>
    cell?.kind === 'text' && !/[^\0-\u00ff\u2013-\u2122]/.test(cell.text)
      ? { kind: 'text', text: readAs(page, cell.text) }
      : cell;
  return { ...grid, rows: grid.rows.map((row) => ({ ...row, cells: Array.from(row.cells, converted) })) };
};

/** Names typed in an old font, which the file has as they were typed: more than a few, or hardly any other. */
const looksOld = ({ rows }: Grid, { of, under }: Columns): boolean => {
  const column = of.get('name');
  if (column === undefined) return false;
  const names = rows.filter(({ row }) => row > under).map(({ cells }) => shown(cells[column.at]));
  const accented = names.filter((name) => /[^\0-\x7f]/.test(name));
  return accented.length > 0 && accented.filter(isOldCodePage).length * 2 > accented.length;
};

type Matched = { grid: Grid; columns: Columns };

/** The columns of one sheet; an old font is read by its page where the office has said which, and asked for where not. */
const match = (grid: Grid, choice: SheetChoice): ({ ok: true } & Matched) | Shut => {
  const plain = matchColumns(grid, choice);
  const old = plain.ok
    ? looksOld(grid, plain.columns)
    : OldCodePage.options.some((page) => matchColumns(inPage(grid, page), choice).ok);
  if (!old) return plain.ok ? { ok: true, grid, columns: plain.columns } : plain;
  if (choice.encoding === undefined) return askWhichPage(textsOf([grid]));
  const read = inPage(grid, choice.encoding);
  const matched = matchColumns(read, choice);
  return matched.ok ? { ok: true, grid: read, columns: matched.columns } : matched;
};

/** The first three things that stand in each column that is read. */
const samplesOf = ({ rows }: Grid, { of, under }: Columns): ReadonlyMap<SheetField, string[]> => {
  const first = rows.filter(({ row }) => row > under).slice(0, 3);
  return new Map(
    [...of].map(([field, { at }]) => [
      field,
      first.map(({ cells }) => shown(cells[at])).filter((said) => said !== ''),
    ]),
  );
};

const isShort = ({ rows }: Grid): boolean => rows.length < 2;

const listIn = (grids: readonly Grid[], { choice, asOf }: SheetOptions): List | Shut => {
  if (grids.every(({ rows }) => rows.length === 0)) return shut('empty');
  const tried = grids.filter((grid) => !isShort(grid)).map((grid) => match(grid, choice));
  const matched = tried.filter((one) => one.ok);
  if (matched.length > 1)
    return shut(
      'several-sheets',
      matched.map(({ grid }) => grid.name ?? ''),
    );
  const [found] = matched;
  if (found === undefined)
    return unmatched(
      grids,
      tried.find((one) => !one.ok && one.problem.code !== 'no-headings'),
    );
  const { grid, columns } = found;
  if (!columns.of.has('status') && !tellingDays.some((field) => columns.of.has(field)))
    return shut('no-status', [...columns.unread].slice(0, 20));
  const rows = readRows(grid, columns, { choice, ...(asOf !== undefined && { asOf }) });
  const named = grid.name !== undefined && { sheet: grid.name };
  return { ok: true, kind: 'list', rows, columns, samples: samplesOf(grid, columns), ...named };
};

/** What its first rows say, for whoever has to tell which column is what. */
const unmatched = (grids: readonly Grid[], known: Shut | { ok: true } | undefined): Shut => {
  if (known !== undefined && !known.ok) return known;
  const widest = grids
    .flatMap(({ rows }) => rows.slice(0, 40))
    .toSorted((one, other) => other.cells.length - one.cells.length)[0];
  const headings = (widest?.cells ?? []).map(shown).filter((text) => text !== '' && text.length < 60);
  return shut('no-headings', headings.length > 0 ? headings.slice(0, 20) : undefined);
};

/** Whether a file is JSON of either kind, which no choice of an office is needed for. */
export const holdsJson = (bytes: Uint8Array): boolean => {
  const kind = kindOfBytes(bytes);
  return kind.ok && kind.kind === 'text' && isJson(decode(bytes.subarray(0, 100_000)).text);
};

/**
 * Reads a file by what it is, whatever it is called. Always ends in rows, in JSON for its own readers, or in one sentence why
 * the file is not read; never in an error.
 */
export const readSheet = (bytes: Uint8Array, options: SheetOptions): List | Json | Shut => {
  const kind = kindOfBytes(bytes);
  if (!kind.ok) return kind;
  if (kind.kind === 'zip') {
    const book = readWorkbook(bytes, options.inflate, options.sheet);
    return book.ok ? listIn(book.grids, options) : book;
  }
  const { text, latin } = decode(bytes);
  if (text.slice(0, 10_000).includes('\0')) return shut('no-table');
  if (isJson(text)) return { ok: true, kind: 'json', text };
  const encoding = declaredIn(text) ?? options.choice.encoding;
  if (latin && encoding === undefined) return askWhichPage(text.split(/[\n\r,;\t|<>"]+/).slice(1));
  const letters = latin ? readAs(encoding, text) : text;
  const grids = isMarkup(letters) ? readHtmlTables(letters) : readCsv(letters);
  return grids.ok ? listIn(grids.grids, options) : grids;
};
