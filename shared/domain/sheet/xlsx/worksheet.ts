/** The cells of one sheet. Formulas are never reckoned: what Excel saved as their result is what counts. */
import { type Cell, columnsAtMost, type GridRow, rowsAtMost, textCell } from '../grid.ts';
import { attribute, piecesOf } from '../readers/markup.ts';
import { momentOfSerial } from '../cells/serial.ts';
import { withSigns } from './workbook.ts';

export type Workbook = { texts: readonly string[]; days: readonly boolean[]; from1904: boolean };

/** `BC12` is column 54, from 0; a cell without its place stands behind the last one. */
const columnOf = (place: string | undefined, next: number): number => {
  const letters = /^[A-Z]{1,3}/i.exec(place ?? '')?.[0];
  if (letters === undefined) return next;
  return (
    Array.from(letters.toUpperCase(), (one) => one.charCodeAt(0) - 64).reduce(
      (sum, one) => sum * 26 + one,
      0,
    ) - 1
  );
};

type Written = { type: string; style: number; value: string | undefined; formula: boolean };

const numberCell = (value: string, style: number, { days, from1904 }: Workbook): Cell => {
  const moment = days[style] === true ? momentOfSerial(Number(value), from1904) : undefined;
  return moment === undefined ? { kind: 'number', text: value } : { kind: 'moment', local: moment };
};

const cellOf = ({ type, style, value, formula }: Written, workbook: Workbook): Cell | undefined => {
  if (type === 'e') return { kind: 'broken' };
  if (value === undefined) return formula ? { kind: 'broken' } : undefined;
  if (type === 's') return textCell(workbook.texts[Number(value)] ?? '');
  if (type === 'd') return { kind: 'moment', local: value.slice(0, 19) };
  if (type === 'b') return { kind: 'text', text: value === '1' ? 'true' : 'false' };
  if (type === 'n') return value.trim() === '' ? undefined : numberCell(value.trim(), style, workbook);
  return textCell(withSigns(value));
};

/** A tall cell says the same for every row that it stands beside; a wide one only heads its columns. */
type Merge = { column: number; from: number; to: number };

const mergeOf = (range: string): Merge | undefined => {
  const [, column, from, to] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/i.exec(range) ?? [];
  return column === undefined || Number(to) <= Number(from)
    ? undefined
    : { column: columnOf(column, 0), from: Number(from), to: Number(to) };
};

const mergesAtMost = 20_000;

const fillMerges = (rows: readonly GridRow[], merges: readonly Merge[]): void => {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  for (const { column, from, to } of merges.slice(0, mergesAtMost)) {
    const cell = byNumber.get(from)?.cells[column];
    if (cell === undefined) continue;
    for (let row = from + 1; row <= Math.min(to, from + tallest); row += 1) {
      const below = byNumber.get(row);
      if (below !== undefined && below.cells[column] === undefined) below.cells[column] = cell;
    }
  }
};

/** Taller cells are decoration. */
const tallest = 200;

/** The rows that hold something, by the numbers that stand beside them; `undefined` where there are too many. */
export const readWorksheet = (xml: string, workbook: Workbook): GridRow[] | undefined => {
  const rows: GridRow[] = [];
  const merges: Merge[] = [];
  let row: GridRow = { row: 0, cells: [] };
  let column = -1;
  let cell: Written | undefined;
  let reads = false;
  const endCell = (): void => {
    const found = cell && column < columnsAtMost ? cellOf(cell, workbook) : undefined;
    if (found !== undefined) row.cells[column] = found;
    cell = undefined;
  };
  for (const piece of piecesOf(xml)) {
    if ('text' in piece) {
      if (reads && cell !== undefined) cell.value = (cell.value ?? '') + piece.text;
      continue;
    }
    const { name, kind, attributes } = piece.tag;
    if (name === 'row' && kind !== 'close') {
      row = { row: Number(attribute(attributes, 'r') ?? row.row + 1), cells: [] };
      const hidden = attribute(attributes, 'hidden');
      if (hidden === '1' || hidden === 'true') row.hidden = true;
      column = -1;
    } else if (name === 'row') {
      if (row.cells.length > 0) rows.push(row);
      if (rows.length > rowsAtMost) return undefined;
    } else if (name === 'c' && kind !== 'close') {
      column = columnOf(attribute(attributes, 'r'), column + 1);
      const style = Number(attribute(attributes, 's') ?? 0);
      cell = { type: attribute(attributes, 't') ?? 'n', style, value: undefined, formula: false };
      if (kind === 'alone') endCell();
    } else if (name === 'c') endCell();
    else if (name === 'v' || name === 't') reads = kind === 'open';
    else if (name === 'rph' && kind === 'open') reads = false;
    else if (name === 'f' && cell !== undefined) cell.formula = true;
    else if (name === 'mergecell') {
      const merge = mergeOf(attribute(attributes, 'ref') ?? '');
      if (merge !== undefined) merges.push(merge);
    }
  }
  fillMerges(rows, merges);
  return rows;
};
