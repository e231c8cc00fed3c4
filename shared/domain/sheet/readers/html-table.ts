/** The tables of a web page, as provincial systems export them under the name of `.xls`, and as Excel shows them. */
import { columnsAtMost, type Grid, type GridRow, rowsAtMost, textCell } from '../grid.ts';
import { type Shut, shut } from '../file-problem.ts';
import { attribute, piecesOf } from './markup.ts';

type OpenRow = { row: GridRow; column: number };
type OpenCell = { at: OpenRow; text: string; tall: number; wide: number };

const spanOf = (attributes: string, name: string, otherwise = 1): number => {
  const span = Number(attribute(attributes, name) ?? Number.NaN);
  return Number.isSafeInteger(span) && span > 0 ? Math.min(span, 100_000) : otherwise;
};

/** Tags between which words are apart although no space stands there. */
const breaking = new Set(['br', 'p', 'div', 'li']);

/** Sheets of Excel 2003 in XML are the same in other words. */
const alike: Readonly<Record<string, string>> = { row: 'tr', cell: 'td' };

/** How many columns or rows more a cell takes, as Excel 2003 says it. */
const mergedBy = (attributes: string, name: string): number => spanOf(attributes, name, 0) + 1;

/** A row or cell of Excel 2003 that stands behind a gap says where. */
const placeOf = (attributes: string, next: number): number => spanOf(attributes, 'Index', next + 1) - 1;

/** The rows of all tables under one another; a table inside a cell is rows of its own. */
export const readHtmlTables = (html: string): { ok: true; grids: Grid[] } | Shut => {
  const isXml =
    /urn:schemas-microsoft-com:office:spreadsheet/.test(html.slice(0, 4000)) &&
    !/<html/i.test(html.slice(0, 4000));
  const grids: Grid[] = [];
  let rows: GridRow[] = [];
  /** What tall cells above have taken in the rows below, by column: how many rows more, and what they hold. */
  const taken = new Map<number, { rows: number; text: string }>();
  let row: OpenRow | undefined;
  let cell: OpenCell | undefined;

  const skipTaken = (open: OpenRow): void => {
    for (let above = taken.get(open.column); above !== undefined; above = taken.get(open.column)) {
      if (open.column < columnsAtMost) open.row.cells[open.column] = textCell(above.text);
      if (above.rows <= 1) taken.delete(open.column);
      else taken.set(open.column, { ...above, rows: above.rows - 1 });
      open.column += 1;
    }
  };
  const endCell = (): void => {
    if (cell === undefined) return;
    const { at, text, tall, wide } = cell;
    const said = text.replaceAll(/\s+/g, ' ').trim();
    if (at.column < columnsAtMost) at.row.cells[at.column] = textCell(said);
    if (tall > 1)
      for (let behind = 0; behind < wide && at.column + behind < columnsAtMost; behind += 1)
        taken.set(at.column + behind, { rows: tall - 1, text: behind === 0 ? said : '' });
    at.column += wide;
    cell = undefined;
  };
  const endRow = (): void => {
    endCell();
    if (row !== undefined) skipTaken(row);
    row = undefined;
  };

  for (const piece of piecesOf(html)) {
    if ('text' in piece) {
      if (cell !== undefined && cell.text.length < 40_000) cell.text += piece.text;
      continue;
    }
    const { kind, attributes } = piece.tag;
    const name = isXml ? (alike[piece.tag.name] ?? piece.tag.name) : piece.tag.name;
    if (name === 'table') {
      endRow();
      taken.clear();
    } else if (name === 'worksheet' && kind === 'open') {
      endRow();
      rows = [];
      grids.push({ name: attribute(attributes, 'Name') ?? '', rows });
    } else if (name === 'tr') {
      endRow();
      if (kind !== 'close') {
        const last = rows.at(-1)?.row ?? 0;
        row = { row: { row: isXml ? placeOf(attributes, last) + 1 : last + 1, cells: [] }, column: 0 };
        if (attribute(attributes, 'Hidden') === '1') row.row.hidden = true;
        if (/display\s*:\s*none/i.test(attribute(attributes, 'style') ?? '')) row.row.hidden = true;
        rows.push(row.row);
        if (rows.length > rowsAtMost) return shut('too-long');
      }
    } else if (name === 'td' || name === 'th') {
      endCell();
      if (kind !== 'close' && row !== undefined) {
        skipTaken(row);
        if (isXml) row.column = placeOf(attributes, row.column);
        const tall = isXml ? mergedBy(attributes, 'MergeDown') : spanOf(attributes, 'rowspan');
        const wide = isXml ? mergedBy(attributes, 'MergeAcross') : spanOf(attributes, 'colspan');
        cell = { at: row, text: '', tall, wide };
        if (kind === 'alone') endCell();
      }
    } else if (cell !== undefined && breaking.has(name)) cell.text += ' ';
  }
  endRow();
  const all = grids.length > 0 ? grids : [{ rows }];
  return { ok: true, grids: all.map((grid) => ({ ...grid, rows: grid.rows.filter(isSaying) })) };
};

const isSaying = ({ cells }: GridRow): boolean => cells.some((one) => one !== undefined);
