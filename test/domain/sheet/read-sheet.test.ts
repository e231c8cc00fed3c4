import { describe, expect, it } from 'vitest';
import { aWorkbook } from '../../support/sheets/workbook.ts';
import { csv, hang, hangBut, hangRead, headings, webPage } from '../../support/sheets/lists.ts';
import { reading } from '../../support/sheets/reading.ts';

const list = [headings, hang];
const title = [['UBND PHƯỜNG 2'], ['SỔ THEO DÕI HỒ SƠ', '', ''], []];

describe('a list of dossiers is read whatever saved it', () => {
  it.each([
    ['text with commas', csv(list)],
    ['text with semicolons', csv(list, ';')],
    ['text with tabs', csv(list, '\t')],
    ['text with strokes', csv(list, '|')],
    ['text whose lines end in CR alone', csv(list).replaceAll('\r\n', '\r')],
    ['text that says what separates', `sep=;\r\n${csv(list, ';')}`],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${csv(list)}`)],
    ['UTF-16 as Excel saves "Unicode text"', Buffer.from(`\uFEFF${csv(list, '\t')}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${csv(list)}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(csv(list), 'utf16le')],
    [
      'letters with their marks apart',
      csv(list).normalize('NFD').replace('Nguyễn Thị Hằng'.normalize('NFD'), 'Nguyễn Thị Hằng'),
    ],
    ['a number kept as text by a formula', csv([headings, hangBut({ 'Số điện thoại': '="0912345671"' })])],
    ['a workbook', aWorkbook({ rows: list })],
    ['a workbook with text inside its cells', aWorkbook({ rows: list, inline: true })],
    ['a workbook with a hidden sheet before it', aWorkbook({ rows: list, hidden: true }, { rows: list })],
    ['a workbook with a sheet of notes', aWorkbook({ rows: [['Ghi chú'], ['xin nhớ']] }, { rows: list })],
    ['a web page', webPage(list)],
    [
      'a web page with styles and comments',
      webPage(list, '<style>td{a:">"}</style><!-- <td>x</td> --><script>if(a<b){}</script>'),
    ],
    [
      'a web page whose cells are never closed',
      webPage(list).replaceAll('</td>', '').replaceAll('</tr>', ''),
    ],
    ['a web page with entities', webPage(list).replace('Hằng', 'H&#7857;ng').replace('Thị', 'Th&#x1ECB;')],
    [
      'a web page that says it is in Windows-1258',
      Buffer.from(
        webPage(
          [
            ['Ma ho so', 'Nguoi nop', 'SDT', 'Ngay tiep nhan', 'Hen tra', 'Trang thai'],
            [hang[1]!, 'NguyêÞn Thiò HãÌng', '0912345671', '01/12/2026 08:15', '03/12/2026', '2'],
          ],
          '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">',
        ),
        'latin1',
      ),
    ],
    ['a web page in UTF-16', Buffer.from(`\uFEFF${webPage(list)}`, 'utf16le')],
  ])('as %s', (_, file) => {
    expect(reading(file)).toEqual([hangRead()]);
  });
});

describe('what stands around the rows is no dossier', () => {
  it.each([
    ['titles above in text', csv([...title, headings, hang]), [hangRead(5)]],
    [
      'titles above in a workbook',
      aWorkbook({ rows: [...title, headings, hang], merges: ['A1:G1'] }),
      [hangRead(5)],
    ],
    [
      'numbers under the headings',
      csv([headings, ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'], hang]),
      ['2 no-dossier', hangRead(3)],
    ],
    [
      'a total and a signature',
      csv([headings, hang, ['Tổng cộng', '1 hồ sơ'], ['', '', '', '', '', '', 'Người lập biểu']]),
      [hangRead(), '3 no-dossier', '4 no-dossier'],
    ],
    ['the title of a group', csv([headings, ['I. HỘ TỊCH'], hang]), ['2 no-dossier', hangRead(3)]],
    ['the headings of the next page', csv([headings, hang, headings]), [hangRead(), '3 no-dossier']],
    ['blank rows', csv([headings, [], ['', '', ''], hang]), [hangRead(4)]],
    [
      'a filtered row',
      aWorkbook({ rows: [headings, hangBut({ 'Mã hồ sơ': 'H29.26-261201-0009' }), hang], hiddenRows: [2] }),
      ['2 hidden', hangRead(3)],
    ],
    [
      'a heading above two others',
      aWorkbook({
        rows: [
          ['STT', 'Mã hồ sơ', 'Người nộp', null, 'Ngày', null, 'Trạng thái'],
          [null, null, 'Họ tên', 'Điện thoại', 'Tiếp nhận', 'Hẹn trả', null],
          hang,
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'G1:G2'],
      }),
      [hangRead(3)],
    ],
    [
      'one person beside two dossiers',
      aWorkbook({
        rows: [
          headings,
          hang,
          ['2', 'H29.26-261201-0002', null, null, '01/12/2026 08:15', '03/12/2026', 'Được tiếp nhận'],
        ],
        merges: ['C2:C3', 'D2:D3'],
      }),
      [hangRead(), hangRead(3).replace('0001', '0002')],
    ],
    [
      'one person beside two dossiers of a web page',
      webPage([
        headings,
        hang,
        ['2', 'H29.26-261201-0002', '01/12/2026 08:15', '03/12/2026', 'Được tiếp nhận'],
      ])
        .replace('<td>Nguyễn', '<td rowspan=2>Nguyễn')
        .replace('<td>0912', '<td rowspan="2">0912'),
      [hangRead(), hangRead(3).replace('0001', '0002')],
    ],
  ])('%s', (_, file, rows) => {
    expect(reading(file)).toEqual(rows);
  });
});

describe('a sheet of Excel 2003 in XML', () => {
  const cell = (text: string, more = '') => `<Cell${more}><Data ss:Type="String">${text}</Data></Cell>`;
  const book = (rows: string) =>
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Tháng 12"><Table><Row>${headings.map((heading) => cell(heading)).join('')}</Row>${rows}</Table></Worksheet></Workbook>`;

  it('is read with its gaps and its days', () => {
    const date = '<Cell ss:Index="5"><Data ss:Type="DateTime">2026-12-01T08:15:00.000</Data></Cell>';
    const [, code, name, phone, , due, status] = hang;
    const row = [cell(code!, ' ss:Index="2"'), cell(name!), cell(phone!), date, cell(due!), cell(status!)];
    expect(reading(book(`<Row ss:Index="7">${row.join('')}</Row>`))).toEqual([hangRead(7)]);
  });

  it('leaves out rows that are hidden', () => {
    const row = (more: string) => `<Row${more}>${hang.map((text) => cell(text)).join('')}</Row>`;
    expect(reading(book(row(' ss:Hidden="1"') + row('')))).toEqual(['2 hidden', hangRead(3)]);
  });
});

describe('a column of address and phone together', () => {
  const together = headings.with(3, 'Địa chỉ, số điện thoại');
  it.each([
    ['one number', 'Số 12 Lê Lợi, khóm 3; ĐT 0912345671', hangRead()],
    [
      'two numbers',
      '12 Lê Lợi 0912345671, 0987654321',
      hangRead().replace(/0912345671$/, '0912345671 / 0987654321 !phone-two'),
    ],
    ['no number', 'Số 12 Lê Lợi', hangRead().replace(/ 0912345671$/, '')],
  ])('says %s', (_, written, row) => {
    expect(reading(csv([together, hang.with(3, written)]))).toEqual([row]);
  });
});

describe('a row keeps the number that stands beside it', () => {
  it('behind a cell of several lines', () => {
    const letter = hangBut({ 'Người nộp': 'Nguyễn Thị\r\nHằng' });
    expect(reading(csv([headings, letter, hang]))[1]).toBe(hangRead(3));
  });

  it.each([
    ['never closed', 'H29.26-261201-0002,"Trần Văn Nam,0912345672,01/12/2026,03/12/2026,Được tiếp nhận'],
    [
      'closed inside a word',
      '"H29.26"-261201-0002,Trần Văn Nam,0912345672,01/12/2026,03/12/2026,Được tiếp nhận',
    ],
  ])('behind a quote that is %s, which costs its own line alone', (_, torn) => {
    const file = `${csv([headings, hang])}\r\n2,${torn}\r\n${csv([hang])}`;
    expect(reading(file)).toEqual([hangRead(), '3 refused:  quote-open', hangRead(4)]);
  });
});

describe('a list without statuses says by its days how far a dossier is', () => {
  const ledger = ['STT', 'Mã hồ sơ', 'Tên cá nhân, tổ chức', 'Nhận hồ sơ', 'Hẹn trả kết quả', 'Trả kết quả'];
  it.each([
    [
      'received',
      ['1', 'H29.26-261201-0001', 'Lê Văn An', '01/12/2026', '03/12/2026', ''],
      '2026-12-01T00:00',
    ],
    [
      'returned',
      ['1', 'H29.26-261201-0001', 'Lê Văn An', '01/12/2026', '03/12/2026', '02/12/2026'],
      '2026-12-02T00:00',
    ],
  ])('%s', (status, row, at) => {
    expect(reading(csv([ledger, row]))).toEqual([
      `2 H29.26-261201-0001 ${status} ${at} due 2026-12-03T17:00 Lê Văn An`,
    ]);
  });
});

describe('what an office says of its own words is asked once', () => {
  const own = ['Sổ', 'Người nộp', 'Máy', 'Vào lúc', 'Xong chưa'];
  const row = ['H29.26-261201-0001', 'Lê Văn An', '0912345671', '01/12/2026 09:00', 'xong rồi nha'];
  const choice = {
    columns: { so: 'dossierCode', may: 'phone', 'vao luc': 'occurredAt', 'xong chua': 'status' },
    statuses: { 'xong roi nha': 'completed' },
  } as const;

  it('by headings and words', () => {
    expect(reading(csv([own, row]))).toEqual([expect.stringMatching(/^no-headings: .*Sổ; Người nộp; Máy/)]);
    expect(reading(csv([own, row]), { choice })).toEqual([
      '2 H29.26-261201-0001 completed 2026-12-01T09:00 Lê Văn An 0912345671',
    ]);
  });

  it('by letter where two columns are called alike', () => {
    const twice = [...headings, 'Số điện thoại'];
    const file = csv([twice, [...hang, '0987654321']]);
    expect(reading(file)).toEqual([
      expect.stringContaining('“Số điện thoại” (cột D); “Số điện thoại” (cột H)'),
    ]);
    expect(reading(file, { choice: { columns: { 'cot h': 'ignored' }, statuses: {} } })).toEqual([
      hangRead(),
    ]);
  });

  it('where the list is one of several sheets', () => {
    const book = aWorkbook({ name: 'Tháng 11', rows: list }, { name: 'Tháng 12', rows: list });
    expect(reading(book)).toEqual([expect.stringMatching(/^several-sheets: .*Tháng 11; Tháng 12/)]);
    expect(reading(book, { sheet: 'Tháng 12' })).toEqual([hangRead()]);
    expect(reading(book, { sheet: 'Tháng 1' })).toEqual([expect.stringMatching(/^no-such-sheet/)]);
  });

  it('where no column says since when', () => {
    const file = csv([
      ['Mã hồ sơ', 'Trạng thái'],
      ['H29.26-261201-0001', 'Đã có kết quả'],
    ]);
    expect(reading(file)).toEqual(['2 refused: Ngày có kết quả time-missing']);
    expect(reading(file, { asOf: '2026-12-01T08:00:00+07:00' })).toEqual([
      '2 H29.26-261201-0001 completed 2026-12-01T08:00',
    ]);
  });
});
