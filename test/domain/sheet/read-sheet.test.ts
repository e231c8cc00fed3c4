import { describe, expect, it } from 'vitest';
import { aWorkbook } from '../../support/sheets/workbook.ts';
import { reading } from '../../support/sheets/reading.ts';

const headings = [
  'STT',
  'Mã hồ sơ',
  'Người nộp',
  'Số điện thoại',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Trạng thái',
];
const row = [
  '1',
  'H29.26-261201-0001',
  'Nguyễn Thị Hằng',
  '0912345671',
  '01/12/2026 08:15',
  '03/12/2026',
  'Được tiếp nhận',
];
const asRead =
  '2 H29.26-261201-0001 received 2026-12-01T08:15 due 2026-12-03T17:00 Nguyễn Thị Hằng 0912345671';
const csv = (rows: readonly (readonly string[])[], separator = ',') =>
  rows.map((cells) => cells.join(separator)).join('\r\n');

describe('a list of dossiers is read whatever saved it', () => {
  it.each([',', ';', '\t', '|'])('as text with "%s" between its cells', (separator) => {
    expect(reading(csv([headings, row], separator))).toEqual([asRead]);
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${csv([headings, row])}`)],
    ['UTF-16 as Excel saves "Unicode text"', Buffer.from(`\uFEFF${csv([headings, row], '\t')}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${csv([headings, row])}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(csv([headings, row]), 'utf16le')],
  ])('in %s', (_, bytes) => {
    expect(reading(bytes)).toEqual([asRead]);
  });

  it('as a workbook, with text in a table of its own or in the cells', () => {
    expect(reading(aWorkbook({ rows: [headings, row] }))).toEqual([asRead]);
    expect(reading(aWorkbook({ rows: [headings, row], inline: true }))).toEqual([asRead]);
  });

  it('as a table of a web page that is called .xls', () => {
    const cells = (all: readonly string[]) => `<tr>${all.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const page = `<html><head><style>td{color:red}</style></head><body><table>${cells(headings)}${cells(row)}</table></body></html>`;
    expect(reading(page)).toEqual([asRead]);
  });
});
