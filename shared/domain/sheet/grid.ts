/** A sheet as a person sees it: rows by the number that stands beside them, cells that hold text, a number or a moment. */

/** A day, and its hour where the sheet has one, on the clocks of whoever wrote it: `2026-03-02` or `2026-03-02T09:15:00`. */
export type Cell =
  | { kind: 'text'; text: string }
  /** `text` is the number as the file has it, digit by digit. */
  | { kind: 'number'; text: string }
  | { kind: 'moment'; local: string }
  /** A formula that failed (`#REF!`), or whose result the file does not hold. */
  | { kind: 'broken' };

export type GridRow = {
  /** As the spreadsheet counts it, from 1. */
  row: number;
  /** By column, from 0; a blank cell is absent. */
  cells: (Cell | undefined)[];
  /** Filtered away or hidden: whoever looked at the sheet did not see it. */
  hidden?: true;
  /** Why its cells cannot be told apart. */
  torn?: true;
};

export type Grid = { name?: string; rows: GridRow[] };

/** Columns behind this one belong to no list of dossiers. */
export const columnsAtMost = 256;

/** Rows with something in them; a longer file is refused whole before its rows are read. */
export const rowsAtMost = 50_000;

/** What stands in a cell, as a person would copy it; empty where nothing does. */
export const shown = (cell: Cell | undefined): string => {
  if (cell === undefined) return '';
  if (cell.kind === 'broken') return '#';
  return cell.kind === 'moment' ? cell.local : cell.text.trim();
};

export const isBlank = (cell: Cell | undefined): boolean => shown(cell) === '';

/** A cell of text; what holds nothing to see is none. */
export const textCell = (text: string): Cell | undefined =>
  text.trim() === '' ? undefined : { kind: 'text', text };
