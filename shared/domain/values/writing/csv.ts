/**
 * What a spreadsheet reads as the beginning of a formula, also behind blanks: the signs themselves, and the full-width ones,
 * which Excel folds into them.
 */
const beginsFormula = /^(?=[\s\u200B]*[=+\-@＝＋－＠\t\r\n])/u;

/** A table as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the accents. No cell can begin a formula. */
export const csvOf = ({ columns, rows }: { columns: string[]; rows: string[][] }): string =>
  `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

const cell = (text: string): string => `"${text.replace(beginsFormula, "'").replaceAll('"', '""')}"`;
