/** Any list or report as rows and columns, to be shown, printed, or written into a file. */

/** What stands in a column: `text` is never read as a number, so that codes and phones keep their zeros. */
export type ListingColumn = { words: string; is: 'text' | 'count' | 'share' | 'dong' };
export type ListingCell = string | number | undefined;

export type Listing = {
  title: string;
  columns: readonly ListingColumn[];
  rows: readonly (readonly ListingCell[])[];
  /** What the columns come to. */
  total?: readonly ListingCell[];
};

const grouped = (whole: number): string => String(Math.round(whole)).replaceAll(/\B(?=(?:\d{3})+$)/g, '.');

/** A number as a Vietnamese page writes it: `1.234`, `94,8 %`, `385.710 đ`; a dash where nothing is known. */
export const inWords = (is: ListingColumn['is'], cell: ListingCell): string => {
  if (cell === undefined || cell === '') return is === 'text' ? '' : '–';
  if (typeof cell === 'string') return cell;
  const sign = cell < 0 ? '−' : '';
  const size = Math.abs(cell);
  if (is === 'share') return `${sign}${(size * 100).toFixed(1).replace('.', ',')} %`;
  return `${sign}${grouped(size)}${is === 'dong' ? ' đ' : ''}`;
};

/** All rows that a file has under its headings. */
export const rowsOf = ({ rows, total }: Listing): (readonly ListingCell[])[] => [
  ...rows,
  ...(total ? [total] : []),
];
