/** The cells of one row, asked by what they say. */
import type { Order } from '../cells/moments.ts';
import { type DateField, nameOfField, type SheetField } from '../columns/fields.ts';
import type { Columns, SheetChoice } from '../columns/match.ts';
import { type Cell, type GridRow, isBlank, shown } from '../grid.ts';
import type { Note, Trouble } from './troubles.ts';

/** How a list is read: its columns, which of them hold believable days, and what its office has said of its words. */
export type ListReading = {
  columns: Columns;
  orders: ReadonlyMap<DateField, Order>;
  choice: SheetChoice;
  /** When the list was made, where somebody has said it: since when a dossier is in its status if no column tells. */
  asOf?: string;
};

/** The cells of one row by what they say, and what was found wrong with them. */
export const openRow = ({ cells }: GridRow, { columns: { of } }: ListReading) => {
  const found: Note[] = [];
  const cellOf = (field: SheetField): Cell | undefined => {
    const column = of.get(field);
    return column === undefined ? undefined : cells[column.at];
  };
  const wrong = (field: SheetField, trouble: Trouble): undefined => {
    const column = of.get(field)?.heading ?? nameOfField[field];
    found.push({ field, column, value: shown(cellOf(field)), trouble });
  };
  /** A cell that says something, and says it readably. */
  const said = (field: SheetField): Cell | undefined => {
    const cell = cellOf(field);
    if (cell?.kind === 'broken') return wrong(field, 'formula-without-value');
    return isBlank(cell) ? undefined : cell;
  };
  const text = (field: SheetField): string | undefined => {
    const cell = said(field);
    return cell && shown(cell);
  };
  return { found, cellOf, said, text, wrong };
};
export type OpenRow = ReturnType<typeof openRow>;
