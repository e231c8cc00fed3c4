import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aZip, type Part } from '../../support/sheets/zip.ts';
import { aWorkbook, workbookParts } from '../../support/sheets/workbook.ts';
import { csv, hang, hangRead, headings, webPage } from '../../support/sheets/lists.ts';
import { reading } from '../../support/sheets/reading.ts';

const compound = (inside = '') =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(500),
    Buffer.from(inside, 'utf16le'),
    Buffer.alloc(500),
  ]);
const parts = workbookParts([{ rows: [headings, hang] }]);
const but = (name: string, other: Partial<Part>): Uint8Array =>
  aZip(parts.map((part) => (part.name === name ? { ...part, ...other } : part)));
const sheet = 'xl/worksheets/sheet1.xml';

describe('a file that is not read says what it is and what to do', () => {
  it.each([
    ['old-xls', 'an Excel file of before 2007', compound('Workbook')],
    [
      'old-xls',
      'one of before 1993',
      Buffer.from('0908080000051000', 'hex').fill(4, 1, 2).fill(6, 2, 3).fill(0, 3, 4),
    ],
    ['password', 'a workbook with a password', compound('EncryptedPackage')],
    ['password', 'a zip with a password', but(sheet, { lies: { flags: 1 } })],
    ['binary-workbook', 'an .xlsb', aZip([{ name: 'xl/workbook.bin', content: 'x' }])],
    [
      'opendocument',
      'an .ods',
      aZip([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: 'x' },
      ]),
    ],
    ['word-file', 'a .docx', aZip([{ name: 'word/document.xml', content: 'x' }])],
    ['zip-of-files', 'a zip of files', aZip([{ name: 'thang-12.xlsx', content: 'x' }])],
    ['web-archive', 'an .mht', Buffer.from('MIME-Version: 1.0\r\n')],
    ['no-table', 'a PDF', Buffer.from('%PDF-1.7\n')],
    ['no-table', 'a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['empty', 'nothing', Buffer.alloc(0)],
    ['empty', 'blanks', Buffer.from('\r\n \r\n')],
    ['empty', 'an empty workbook', aWorkbook({ rows: [] })],
    ['no-headings', 'a letter', Buffer.from('Kính gửi ông bà,\r\nxin mời đến nhận kết quả.')],
    [
      'no-headings',
      'a list without codes',
      Buffer.from(
        csv([
          ['Họ tên', 'Số điện thoại'],
          ['Lê Văn An', '0912345671'],
        ]),
      ),
    ],
    [
      'no-status',
      'a list that says nowhere how far a dossier is',
      Buffer.from(
        csv([
          ['Mã hồ sơ', 'Họ tên'],
          ['H29.26-261201-0001', 'An'],
        ]),
      ),
    ],
    ['zip-broken', 'a workbook cut short', aWorkbook({ rows: [headings, hang] }).subarray(0, 700)],
    ['zip-broken', 'a part that is larger than it says', but(sheet, { lies: { size: 10 } })],
    ['zip-broken', 'a part that is smaller than it says', but(sheet, { lies: { size: 100_000 } })],
    [
      'zip-broken',
      'a declaration of entities',
      but(sheet, { content: '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>' }),
    ],
    ['zip-suspicious', 'a bomb', but(sheet, { content: Buffer.alloc(20_000_000, 0x20) })],
    ['zip-suspicious', 'more than a workbook may be', but(sheet, { lies: { size: 200_000_000 } })],
    ['zip-suspicious', 'a name that leads out', aZip([...parts, { name: '../../etc/passwd', content: 'x' }])],
    ['zip-suspicious', 'a part twice', aZip([...parts, ...parts.slice(0, 1)])],
    ['zip-suspicious', 'another way of packing', but(sheet, { lies: { method: 99 } })],
    [
      'zip-suspicious',
      'hundreds of parts',
      aZip([...parts, ...Array.from({ length: 300 }, (_, at) => ({ name: `p${at}`, content: 'x' }))]),
    ],
    [
      'torn-quotes',
      'quotes that are never closed',
      Buffer.from(`${csv([headings])}\r\n${'"a\r\n'.repeat(301)}`),
    ],
    [
      'too-long',
      'more rows than a year has',
      Buffer.from(`${csv([headings])}\r\n${'a,b\r\n'.repeat(50_001)}`),
    ],
  ])('%s: %s', (code, _, file) => {
    expect(reading(file)).toEqual([expect.stringMatching(new RegExp(`^${code}: .{20}`))]);
  });

  it('one cell at the end of the sheet costs nothing', () => {
    const xml = parts.find(({ name }) => name === sheet)!.content as string;
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    expect(reading(but(sheet, { content: xml.replace('</sheetData>', far) }))).toEqual([hangRead()]);
  });
});

const files = [
  Buffer.from(csv([headings, hang, hang])),
  Buffer.from(webPage([headings, hang, hang])),
  Buffer.from(aWorkbook({ rows: [headings, hang, hang], merges: ['C2:C3'] })),
  Buffer.from(aZip(parts.map((part) => ({ ...part, stored: true as const })))),
];

const soon = 2000;
/** How long reading took, in milliseconds; a row or a sentence that says nothing is none. */
const timeOf = (bytes: Uint8Array): number => {
  const started = performance.now();
  const read = reading(bytes);
  return read.every((line) => /\S/.test(line)) ? performance.now() - started : Number.NaN;
};

describe('whatever is in a file, it ends in rows or one sentence, and soon', () => {
  it('where bytes were changed, cut or doubled', () => {
    const change = fc.tuple(fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { maxLength: 12 }),
        fc.nat(),
        (whole, changes, cut) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const file = cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
          expect(timeOf(file)).toBeLessThan(soon);
        },
      ),
      { numRuns: 400, seed: 15 },
    );
  });

  it('where it is made of what files are made of', () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td rowspan=999 colspan=999>',
      '</td>',
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\r',
      '<',
      '>',
      "a='",
      '&#x',
      '<!--',
      ']]>',
      'Mã hồ sơ',
      'Trạng thái',
      'Nguyễn',
      '1',
      '\0',
      '\ufffd',
      '=',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (all) => {
        expect(timeOf(Buffer.from(all.join('')))).toBeLessThan(soon);
      }),
      { numRuns: 400, seed: 15 },
    );
  });

  it.each([
    ['noise', randomBytes(2_000_000)],
    ['one line without end', Buffer.from(`${csv([headings])}\n${'a,'.repeat(1_000_000)}`)],
    ['tags that never end', Buffer.from(`<table>${'<tr a="'.repeat(300_000)}`)],
    ['cells without end', Buffer.from(`<table>${'<td>'.repeat(500_000)}`)],
    ['quotes without end', Buffer.from(`a,b\n${'"'.repeat(2_000_000)}`)],
    ['open brackets', Buffer.from('<'.repeat(2_000_000))],
    ['comments that never end', Buffer.from(`<table>${'<!--'.repeat(500_000)}`)],
    ['entities', Buffer.from(`<table><tr><td>${'&amp'.repeat(500_000)}`)],
    ['lines of nothing', Buffer.from('\n'.repeat(3_000_000))],
    ['a heading of two million letters', Buffer.from(`Mã hồ sơ${'a ('.repeat(600_000)},Trạng thái\nx,y\n`)],
  ])('for %s', (_, bytes) => {
    expect(timeOf(bytes)).toBeLessThan(soon * 5);
  });
});
