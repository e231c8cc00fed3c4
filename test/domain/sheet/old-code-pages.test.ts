import { describe, expect, it } from 'vitest';
import { fromTcvn3 } from '../../../shared/domain/values/code-pages/tcvn3.ts';
import { fromVni } from '../../../shared/domain/values/code-pages/vni.ts';
import { fromWindows1258 } from '../../../shared/domain/values/code-pages/windows-1258.ts';
import { OldCodePage } from '../../../shared/domain/sheet/bytes/decode.ts';
import { aWorkbook } from '../../support/sheets/workbook.ts';
import { csv, hangBut, hangRead, headings } from '../../support/sheets/lists.ts';
import { reading } from '../../support/sheets/reading.ts';

const latin = new TextDecoder('windows-1252');

describe('TCVN3', () => {
  // TCVN 5712:1993, small letters and the seven capitals that fonts draw, as GNU libc has them.
  const letters =
    'a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ bcẳ bdẵ beắ c6ặ c7ầ c8ẩ c9ẫ caấ cbậ ccè ceẻ cfẽ d0é d1ẹ d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ e5ồ e6ổ e7ỗ e8ố e9ộ eaờ ebở ecỡ edớ eeợ efù f1ủ f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ';

  it.each(letters.split(' ').map((each) => [each.slice(0, 2), each.slice(2)] as const))(
    '0x%s is %s',
    (byte, letter) => {
      expect(fromTcvn3(latin.decode(Uint8Array.of(Number.parseInt(byte, 16))))).toBe(letter);
    },
  );

  it('has every small letter of Vietnamese once', () => {
    const small = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ';
    const all = Array.from({ length: 95 }, (_, at) => fromTcvn3(String.fromCharCode(0xa1 + at)));
    for (const letter of small) expect(all.filter((one) => one === letter)).toEqual([letter]);
  });

  it('composes a tone that follows its letter', () => {
    expect(fromTcvn3(latin.decode(Uint8Array.of(0x61, 0xb3)))).toBe('á');
  });

  it('reads a name as its font showed it', () => {
    expect(fromTcvn3('NguyÔn ThÞ H»ng, §ång Nai')).toBe('Nguyễn Thị Hằng, Đồng Nai');
  });
});

describe('VNI', () => {
  const vowels = {
    a: 'aø à aù á aû ả aõ ã aï ạ aâ â aà ầ aá ấ aå ẩ aã ẫ aä ậ aê ă aè ằ aé ắ aú ẳ aü ẵ aë ặ',
    e: 'eø è eù é eû ẻ eõ ẽ eï ẹ eâ ê eà ề eá ế eå ể eã ễ eä ệ',
    i: 'ì ì í í æ ỉ ó ĩ ò ị',
    o: 'oø ò où ó oû ỏ oõ õ oï ọ oâ ô oà ồ oá ố oå ổ oã ỗ oä ộ ô ơ ôø ờ ôù ớ ôû ở ôõ ỡ ôï ợ',
    u: 'uø ù uù ú uû ủ uõ ũ uï ụ ö ư öø ừ öù ứ öû ử öõ ữ öï ự',
    y: 'yø ỳ yù ý yû ỷ yõ ỹ î ỵ ñ đ',
  };
  const pairs = Object.values(vowels).flatMap((line) => {
    const words = line.split(' ');
    return words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]!] as const] : []));
  });

  it.each(pairs)('%s is %s, in capitals too', (typed, letter) => {
    expect(fromVni(typed)).toBe(letter);
    expect(fromVni(typed.toUpperCase())).toBe(letter.toUpperCase());
  });

  it('takes a small sign behind a capital', () => {
    expect(fromVni('Traàn Thò Höông, AÂu Cô, Aân')).toBe('Trần Thị Hương, Âu Cơ, Ân');
  });
});

describe('Windows-1258', () => {
  it('is what every browser reads, byte by byte', () => {
    const browser = new TextDecoder('windows-1258');
    for (let byte = 0xa0; byte < 256; byte += 1) {
      const bytes = Uint8Array.of(0x61, byte);
      expect(fromWindows1258(latin.decode(bytes))).toBe(browser.decode(bytes).normalize('NFC'));
    }
  });

  it('puts each tone on its vowel', () => {
    expect(fromWindows1258('NguyêÞn Thiò HãÌng')).toBe('Nguyễn Thị Hằng');
  });
});

/** The row of chị Hằng and two others, with their names as each page has them. */
const names: Readonly<Record<OldCodePage, readonly string[]>> = {
  tcvn3: ['NguyÔn ThÞ H»ng', 'TrÇn V¨n §øc', 'Lª ThÞ Mü'],
  vni: ['Nguyeãn Thò Haèng', 'Traàn Vaên Ñöùc', 'Leâ Thò Myõ'],
  'windows-1258': ['NguyêÞn Thiò HãÌng', 'TrâÌn Vãn Ðýìc', 'Lê Thiò MyÞ'],
};
const plain = ['Ma ho so', 'Nguoi nop', 'So dien thoai', 'Ngay tiep nhan', 'Ngay hen tra', 'Trang thai'];
const rowsOf = (page: OldCodePage) =>
  names[page].map((name, at) => [
    `H29.26-261201-000${at + 1}`,
    name,
    '0912345671',
    '01/12/2026 08:15',
    '03/12/2026',
    '2',
  ]);

describe.each(OldCodePage.options)('a list in %s', (encoding) => {
  const choice = { columns: {}, statuses: {}, encoding };
  const text = Buffer.from(csv([plain, ...rowsOf(encoding)]), 'latin1');
  const book = aWorkbook({ rows: [plain, ...rowsOf(encoding)] });

  it.each([
    ['in bytes', text],
    ['in the font of a workbook', book],
  ])('is asked for, with three names as each page reads them: %s', (_, file) => {
    const [question, ...more] = reading(file);
    expect(more).toEqual([]);
    expect(question).toMatch(/^encoding: /);
    expect(question).toContain(`dưới đây đọc đúng, rồi chọn bảng mã ấy: ${encoding}: `);
    for (const name of ['Nguyễn Thị Hằng', 'Trần Văn Đức', 'Lê Thị Mỹ']) expect(question).toContain(name);
  });

  it.each([
    ['in bytes', text],
    ['in the font of a workbook', book],
  ])('is read when somebody has said so: %s', (_, file) => {
    expect(reading(file, { choice })[0]).toBe(hangRead());
  });

  it('does not touch a file that is in Unicode already', () => {
    expect(reading(csv([headings, hangBut({ 'Người nộp': 'Hòa Ân' })]), { choice })).toEqual([
      hangRead().replace('Nguyễn Thị Hằng', 'Hòa Ân'),
    ]);
  });
});

it('headings in an old font are found as well', () => {
  const rows = [
    ['M· hå s¬', 'Ng­êi nép', 'Ngµy tiÕp nhËn', 'Tr¹ng th¸i'],
    ['H29.26-261201-0001', 'NguyÔn ThÞ H»ng', '01/12/2026', '§­îc tiÕp nhËn'],
  ];
  expect(reading(aWorkbook({ rows }))).toEqual([expect.stringMatching(/^encoding: /)]);
  expect(reading(aWorkbook({ rows }), { choice: { columns: {}, statuses: {}, encoding: 'tcvn3' } })).toEqual([
    '2 H29.26-261201-0001 received 2026-12-01T00:00 Nguyễn Thị Hằng',
  ]);
});

it('a few broken bytes in a file of Unicode cost their own row alone', () => {
  const good = csv([headings, hangBut({}), hangBut({ 'Người nộp': 'Trần ? An' })]);
  const bytes = Buffer.from(good);
  bytes[bytes.lastIndexOf(0x3f)] = 0xff;
  expect(reading(bytes)).toEqual([hangRead(), '3 refused:  letters-lost']);
});
