import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inflate } from '../../../shared/adapters/zip/inflate.ts';
import { packed } from '../../../shared/adapters/zip/pack.ts';
import { csvOfListing } from '../../../shared/domain/report/table/csv.ts';
import type { Listing } from '../../../shared/domain/report/table/listing.ts';
import { workbookOf } from '../../../shared/domain/report/table/workbook.ts';
import { type Grid, shown } from '../../../shared/domain/sheet/grid.ts';
import { readCsv } from '../../../shared/domain/sheet/readers/csv.ts';
import { readWorkbook } from '../../../shared/domain/sheet/xlsx/read-workbook.ts';

const listingOf = (rows: readonly (readonly [string, number])[]): Listing => ({
  title: 'Danh sách: gọi / 2026',
  columns: [
    { words: 'Người nộp', is: 'text' },
    { words: 'Số', is: 'count' },
  ],
  rows,
});

const cellsOf = (read: { ok: true; grids: Grid[] } | { ok: false }): string[][] => {
  if (!read.ok) throw new Error('the file was not read');
  return read.grids[0]!.rows.map(({ cells }) => [shown(cells[0]), shown(cells[1])]);
};

/** What people and systems write: names, codes, phones, signs that begin formulas, lines that break. */
const aText = fc
  .oneof(
    fc.constantFrom(
      '0912345678',
      '1234567890123',
      'H29.26-260302-0001',
      '=1+1',
      '＝cmd',
      '_x0041_',
      'a & b <c> "d"',
    ),
    fc.stringMatching(/^[A-Za-zÀ-ỹ0-9 .,;:'"&<>()/=+@-]{1,30}$/u),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');
const someRows = fc.array(fc.tuple(aText, fc.nat(1_000_000)), { minLength: 1, maxLength: 20 });

it('a workbook that we write is read back word for word, phones and codes as text', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const read = readWorkbook(packed(workbookOf(listingOf(rows))), inflate);
      expect(cellsOf(read)).toEqual([
        ['Người nộp', 'Số'],
        ...rows.map(([text, count]) => [text, String(count)]),
      ]);
    }),
    { numRuns: 60 },
  );
});

it('a CSV that we write is read back, what a spreadsheet would change behind an apostrophe', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const [heading, ...cells] = cellsOf(readCsv(csvOfListing(listingOf(rows))));
      expect(heading).toEqual(['Người nộp', 'Số']);
      cells.forEach(([text, count], index) => {
        const [given, number] = rows[index]!;
        expect([given, `'${given}`]).toContain(text);
        expect(count).toBe(String(number));
      });
    }),
    { numRuns: 60 },
  );
});
