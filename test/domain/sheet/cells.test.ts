import { describe, expect, it } from 'vitest';
import { Status } from '../../../shared/domain/dossier/statuses.ts';
import { portalStatuses } from '../../../shared/domain/dossier/statuses.ts';
import { momentOfSerial } from '../../../shared/domain/sheet/cells/serial.ts';
import { statusesToWrite, statusOf } from '../../../shared/domain/sheet/cells/status-words.ts';
import { aWorkbook, type Written } from '../../support/sheets/workbook.ts';
import { csv, hangBut, hangRead, headings } from '../../support/sheets/lists.ts';
import { reading } from '../../support/sheets/reading.ts';

const inText = (other: Record<string, string>) => reading(csv([headings, hangBut(other)]));
const inBook = (other: Record<string, Written>) =>
  reading(aWorkbook({ rows: [headings, headings.map((heading, at) => other[heading] ?? hangBut({})[at]!)] }));

const phone = (written: string, rest = '') => [hangRead().replace('0912345671', written) + rest];
const due = (read: string | undefined, rest = '') => [
  hangRead().replace(' due 2026-12-03T17:00', read === undefined ? '' : ` due ${read}`) + rest,
];
const received = (at: string) => [hangRead().replace('2026-12-01T08:15', at)];

describe('a phone as Excel leaves it', () => {
  it.each([
    ['without its zero', '912345671', phone('912345671')],
    ['as a number that lost nothing', '9.12345671E+08', phone('912345671')],
    ['rounded', '9.12E+08', phone('', '!phone-rounded')],
    ['rounded with a comma', '9,12E+08', phone('', '!phone-rounded')],
    ['two numbers', '0912345671 - 0987654321', phone('0912345671 - 0987654321', ' !phone-two')],
    ['no number', 'không có', phone('không có', ' !phone-unreadable')],
    ['a landline, which somebody rings', '02543852101', phone('02543852101')],
    ['nothing', '', phone('').map((row) => row.trim())],
  ])('%s', (_, written, read) => {
    expect(inText({ 'Số điện thoại': written })).toEqual(read);
  });

  it('is whole in a workbook, however it is shown', () => {
    expect(inBook({ 'Số điện thoại': 912345671 })).toEqual(phone('912345671'));
    expect(inBook({ 'Số điện thoại': { formula: 'A1', saved: 912345671 } })).toEqual(phone('912345671'));
    expect(inBook({ 'Số điện thoại': { formula: 'VLOOKUP(A1,B:C,2,0)' } })).toEqual(
      phone('', '!formula-without-value'),
    );
    expect(inBook({ 'Số điện thoại': { error: '#N/A' } })).toEqual(phone('', '!formula-without-value'));
  });
});

describe('a day as people and spreadsheets write it', () => {
  it.each([
    '01/12/2026 08:15',
    '1/12/2026 8:15',
    '01/12/26 08:15',
    '01-12-2026 08:15:00',
    '08:15 01/12/2026',
    '8h15 ngày 01/12/2026',
    '1/12/2026 8:15 SA',
    '1/12/2026 8:15:00 AM',
    '01 tháng 12 năm 2026 08:15',
    '01-Dec-2026 08:15',
    '2026-12-01 08:15',
    '2026-12-01T08:15:00+07:00',
    '20261201081500',
    '46357.34375',
    '46357,34375',
  ])('%s', (written) => {
    expect(inText({ 'Ngày tiếp nhận': written })).toEqual([hangRead()]);
  });

  it('in the afternoon too', () => {
    expect(inText({ 'Ngày tiếp nhận': '1/12/2026 2:05 CH' })).toEqual(received('2026-12-01T14:05'));
  });

  it.each(['day', 'moment', 'own'] as const)('counted by a workbook (%s)', (style) => {
    expect(inBook({ 'Ngày tiếp nhận': { serial: 46357.34375, style } })).toEqual([hangRead()]);
  });

  it('counted from 1904 by old workbooks', () => {
    expect(momentOfSerial(46357.34375 - 1462, true)).toBe('2026-12-01T08:15:00');
    expect(momentOfSerial(912345671)).toBeUndefined();
  });

  it.each([
    ['a day that is none', '31/11/2026', ' !due-unreadable'],
    ['words', 'cuối tuần', ' !due-unreadable'],
    ['nothing', '', ''],
  ])('that cannot be read is left out of a promise and said: %s', (_, written, rest) => {
    expect(inText({ 'Ngày hẹn trả': written })).toEqual(due(undefined, rest));
  });

  it('that cannot be read keeps the row out where it says when the thing happened', () => {
    expect(inText({ 'Ngày tiếp nhận': '32/12/2026' })).toEqual(['2 refused: Ngày tiếp nhận time-unreadable']);
    expect(inText({ 'Ngày tiếp nhận': '' })).toEqual(['2 refused: Ngày tiếp nhận time-missing']);
  });

  it('is doubted where an English Excel has exchanged day and month in some of its column', () => {
    const rows = (days: Written[]) =>
      reading(
        aWorkbook({
          rows: [
            headings,
            ...days.map((day, at) => {
              const row: Written[] = hangBut({ 'Mã hồ sơ': `H29.26-261201-000${at + 1}` });
              return row.with(5, day);
            }),
          ],
        }),
      ).map((line) => / (?:due [\dT:-]+|!.*)$/.exec(line.replace(/ Nguyễn.*0912345671/, ''))?.[0]);
    // 03/12 became the twelfth of March; 14/12 stayed text.
    expect(rows([{ serial: 46093 }, '14/12/2026', { serial: 46240 }])).toEqual([
      ' !due-doubtful',
      ' due 2026-12-14T17:00',
      ' !due-doubtful',
    ]);
    expect(rows(['12/14/2026', '03/12/2026', '12/12/2026'])).toEqual([
      ' !due-unreadable',
      ' !due-doubtful',
      ' due 2026-12-12T17:00',
    ]);
  });
});

describe('a code as Excel leaves it', () => {
  it.each([
    ['blank', '', 'code-missing'],
    ['rounded', '2.61201E+11', 'code-rounded'],
    ['a word for nothing', 'N/A', 'code-unreadable'],
    ['a phone', '0912345671', 'code-unreadable'],
    ['letters that only look Latin', 'Н29.26-261201-0001', 'code-unreadable'],
  ])('%s', (_, written, trouble) => {
    expect(inText({ 'Mã hồ sơ': written })).toEqual([`2 refused: Mã hồ sơ ${trouble}`]);
  });

  it('that became a day is refused', () => {
    expect(inBook({ 'Mã hồ sơ': { serial: 46357 } })).toEqual(['2 refused: Mã hồ sơ code-became-date']);
  });

  it.each(['’H29.26-261201-0001', 'h29.26–261201–0001', ' H29.26-261201-0001 '])(
    'is one code as %s',
    (written) => {
      expect(inText({ 'Mã hồ sơ': written })).toEqual([hangRead()]);
    },
  );
});

describe('a status', () => {
  it.each(statusesToWrite.split(', ').map((word, at) => [word, portalStatuses[at]] as const))(
    'in the words of the portal: %s is %s',
    (word, status) => {
      expect(statusOf(word)).toBe(status);
      expect(statusOf(word.toUpperCase())).toBe(status);
    },
  );

  it('by its number, its number and words, and our name', () => {
    for (const [at, status] of portalStatuses.entries()) {
      expect(statusOf(String(at + 1))).toBe(status);
      expect(statusOf(`${at + 1}. ${statusesToWrite.split(', ')[at]}`)).toBe(status);
    }
    for (const status of Status.options) expect(statusOf(status)).toBe(status);
  });

  it.each(['Quá hạn', 'Trễ hẹn', 'Trả lại', 'Đang chờ', '11', '0', 'xong rồi nha'])(
    'is never guessed: %s',
    (word) => {
      expect(statusOf(word)).toBeUndefined();
      expect(inText({ 'Trạng thái': word })).toEqual(['2 refused: Trạng thái status-unknown']);
    },
  );

  it('that is blank keeps its row out', () => {
    const blank = hangBut({ 'Trạng thái': '' });
    expect(reading(csv([headings, blank, hangBut({})]))).toEqual([
      '2 refused: Trạng thái status-missing',
      hangRead(3),
    ]);
  });
});
