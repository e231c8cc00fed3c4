/** The tables of a web page, as provincial systems export them under the name of `.xls`, and as Excel shows them. */
import { columnsAtMost, type Grid, type GridRow, rowsAtMost, textCell } from '../grid.ts';
import { type Shut, shut } from '../file-problem.ts';
import { attribute, piecesOf } from './markup.ts';

type OpenRow = { row: GridRow; column: number };
type OpenCell = { at: OpenRow; text: string; tall: number; wide: number };

const spanOf = (attributes: string, name: string): number => {
  const span = Number(attribute(attributes, name) ?? 1);
  return Number.isSafeInteger(span) && span > 0 ? Math.min(span, 1000) : 1;
};

/** Tags between which words are apart although no space stands there. */
const breaking = new Set(['br', 'p', 'div', 'li']);

/** The rows of all tables under one another; a table inside a cell is rows of its own. */
export const readHtmlTables = (html: string): { ok: true; grids: Grid[] } | Shut => {
  const rows: GridRow[] = [];
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
    const { name, kind, attributes } = piece.tag;
    if (name === 'table') {
      endRow();
      taken.clear();
    } else if (name === 'tr') {
      endRow();
      if (kind === 'open') {
        row = { row: { row: rows.length + 1, cells: [] }, column: 0 };
        if (/display\s*:\s*none/i.test(attribute(attributes, 'style') ?? '')) row.row.hidden = true;
        rows.push(row.row);
        if (rows.length > rowsAtMost) return shut('too-long');
      }
    } else if (name === 'td' || name === 'th') {
      endCell();
      if (kind === 'open' && row !== undefined) {
        skipTaken(row);
        cell = {
          at: row,
          text: '',
          tall: spanOf(attributes, 'rowspan'),
          wide: spanOf(attributes, 'colspan'),
        };
      }
    } else if (cell !== undefined && breaking.has(name)) cell.text += ' ';
  }
  endRow();
  return { ok: true, grids: [{ rows: rows.filter(({ cells }) => cells.some((one) => one !== undefined)) }] };
};
