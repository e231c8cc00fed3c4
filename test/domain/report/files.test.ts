import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed } from '../../../shared/adapters/zip/pack.ts';
import { csvOfListing } from '../../../shared/domain/report/table/csv.ts';
import { inWords, type Listing } from '../../../shared/domain/report/table/listing.ts';
import { workbookOf } from '../../../shared/domain/report/table/workbook.ts';

const aListing = (...cells: (string | number | undefined)[]): Listing => ({
  title: 'Thư',
  columns: [
    { words: 'Chữ', is: 'text' },
    { words: 'Số', is: 'count' },
  ],
  rows: cells.map((cell) => (typeof cell === 'number' ? ['x', cell] : [cell, 1])),
});
const firstCell = (cell: string): string => csvOfListing(aListing(cell)).split('\r\n')[1]!.split('","')[0]!;

const dangerous = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/** What a reader of packages finds: files by name. */
const opened = (bytes: Uint8Array): Record<string, string> => {
  const file = Buffer.from(bytes);
  const files: Record<string, string> = {};
  let at = file.readUInt32LE(file.length - 6);
  for (let entry = file.readUInt16LE(file.length - 12); entry > 0; entry -= 1) {
    const [size, nameSize, begins] = [
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt32LE(at + 42),
    ];
    const name = file.toString('utf8', at + 46, at + 46 + nameSize);
    const data = begins + 30 + file.readUInt16LE(begins + 26) + file.readUInt16LE(begins + 28);
    files[name] = inflateRawSync(file.subarray(data, data + size)).toString('utf8');
    at += 46 + nameSize;
  }
  return files;
};

describe('a table as CSV', () => {
  it('begins with the mark that tells Excel it is UTF-8', () => {
    expect(csvOfListing(aListing('Nguyễn')).startsWith('\uFEFF"Chữ","Số"\r\n"Nguyễn","1"')).toBe(true);
  });

  it.each(dangerous)('has no cell that Excel would compute, whatever a citizen is called: %j', (sign) => {
    expect(firstCell(`${sign}HYPERLINK`).startsWith(`"'`)).toBe(true);
    expect(firstCell(` ${sign}1`).startsWith(`"'`)).toBe(true);
  });

  it.each(['0912345678', '079123456789', '1234567890123', '01/02', '1-2', '12E5', '000'])(
    'keeps every digit of %s',
    (text) => expect(firstCell(text)).toBe(`"'${text}`),
  );

  it.each(['Hồ Thị Là', 'H29.26-260302-0001', 'Tổ 3', '12'])('leaves %s as it is', (text) =>
    expect(firstCell(text)).toBe(`"${text}`),
  );
});

describe('a table as a workbook', () => {
  const page = (sheet: Listing): string => opened(packed(workbookOf(sheet)))['xl/worksheets/sheet1.xml']!;

  it('is a package that opens, with every part that Excel asks for', () => {
    expect(Object.keys(opened(packed(workbookOf(aListing('a')))))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('has texts as texts and counts as numbers, and never a formula', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(...dangerous),
        (text, sign) => {
          const written = page(aListing(sign + text, 7));
          expect(written).not.toMatch(/<f[ >]/);
          expect(written).toContain('<c r="B3" s="3"><v>7</v></c>');
          expect(written).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u);
          expect(written.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('keeps a phone as text, and what looks like Excel’s own escape as it was written', () => {
    expect(page(aListing('0912345678'))).toContain(
      't="inlineStr"><is><t xml:space="preserve">0912345678</t>',
    );
    expect(page(aListing('_x0041_'))).toContain('_x005F_x0041_');
  });
});

describe('a number on a page', () => {
  it('is written as Vietnamese write it', () => {
    expect([
      inWords('count', 1234),
      inWords('share', 0.948),
      inWords('dong', 385_710),
      inWords('count', -3),
      inWords('share', undefined),
    ]).toEqual(['1.234', '94,8 %', '385.710 đ', '−3', '–']);
  });
});
