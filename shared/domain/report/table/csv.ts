import { csvOf } from '../../values/writing/csv.ts';
import { type ListingCell, rowsOf, type Listing } from './listing.ts';

/** What a spreadsheet makes a number or a day of, and loses zeros or digits by it: `0912…`, 13 digits, `1-2`, `1E5`. */
const wouldBeRead = /^(?:0\d+|\d{12,}|\d+[-/.]\d+(?:[-/.]\d+)?|\d+(?:\.\d+)?[eE][+-]?\d+)$/;

const written = (cell: ListingCell): string => {
  if (cell === undefined) return '';
  // A share keeps four digits behind the point: `0.9483`, which every language's spreadsheet is told by its column.
  if (typeof cell === 'number') return String(Number.isInteger(cell) ? cell : Number(cell.toFixed(4)));
  return wouldBeRead.test(cell) ? `'${cell}` : cell;
};

/** A listing as CSV: with a byte order mark, no cell a formula, no code or phone a number. */
export const csvOfListing = (listing: Listing): string =>
  csvOf({
    columns: listing.columns.map(({ words }) => words),
    rows: rowsOf(listing).map((row) => row.map(written)),
  });
