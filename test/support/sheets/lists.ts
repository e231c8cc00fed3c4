/** Lists of dossiers as wards keep them: small, invented, one trouble each. */

/** Headings as most lists have them, and a row that says all of it. */
export const headings = [
  'STT',
  'Mã hồ sơ',
  'Người nộp',
  'Số điện thoại',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Trạng thái',
];
export const hang = [
  '1',
  'H29.26-261201-0001',
  'Nguyễn Thị Hằng',
  '0912345671',
  '01/12/2026 08:15',
  '03/12/2026',
  'Được tiếp nhận',
];

/** The row of that dossier as it is read, in row 2 unless it stands elsewhere. */
export const hangRead = (row = 2): string =>
  `${row} H29.26-261201-0001 received 2026-12-01T08:15 due 2026-12-03T17:00 Nguyễn Thị Hằng 0912345671`;

/** The same row with other cells, by their headings. */
export const hangBut = (other: Readonly<Record<string, string>>): string[] =>
  headings.map((heading, at) => other[heading] ?? hang[at]!);

const quoted = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const csv = (rows: readonly (readonly string[])[], separator = ','): string =>
  rows.map((cells) => cells.map(quoted).join(separator)).join('\r\n');

/** A web page with one table, as provincial systems call it `.xls`. */
export const webPage = (rows: readonly (readonly string[])[], head = ''): string =>
  `<html><head>${head}</head><body><table border=1>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</table></body></html>`;
