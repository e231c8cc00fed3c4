import { csvOf } from '../../values/writing/csv.ts';
import { inWords, type Listing, type ListingCell, type ListingColumn, rowsOf } from './listing.ts';

/** What a spreadsheet makes a number or a day of, and loses zeros or digits by it: `0912…`, 13 digits, `1-2`, `1E5`. */
const wouldBeRead = /^(?:0\d+|\d{12,}|\d+[-/.]\d+(?:[-/.]\d+)?|\d+(?:\.\d+)?[eE][+-]?\d+)$/;

/** A share as on the page: `0.9483` would be 9,483 to a spreadsheet whose points stand between thousands. */
const written = (cell: ListingCell, is: ListingColumn['is']): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return is === 'share' ? inWords(is, cell) : String(cell);
  return wouldBeRead.test(cell) ? `'${cell}` : cell;
};

/** A listing as CSV: with a byte order mark, no cell a formula, no code or phone a number. */
export const csvOfListing = (listing: Listing): string =>
  csvOf({
    columns: listing.columns.map(({ words }) => words),
    rows: rowsOf(listing).map((row) => row.map((cell, index) => written(cell, listing.columns[index]!.is))),
  });
