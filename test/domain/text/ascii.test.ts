import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAscii } from '../../../shared/domain/text/ascii.ts';
import { measureSms } from '../../../shared/domain/text/parts.ts';

const runs = { seed: 20261121, numRuns: 3000 };

const bare: Readonly<Record<string, string>> = {
  a: 'àáảãạăằắẳẵặâầấẩẫậ',
  e: 'èéẻẽẹêềếểễệ',
  i: 'ìíỉĩị',
  o: 'òóỏõọôồốổỗộơờớởỡợ',
  u: 'ùúủũụưừứửữự',
  y: 'ỳýỷỹỵ',
  d: 'đ',
};
const both = Object.entries(bare).flatMap(([plain, letters]) =>
  Array.from(letters + letters.toUpperCase(), (letter, at) => ({
    letter,
    plain: at < letters.length ? plain : plain.toUpperCase(),
  })),
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...both.map(({ letter }) => letter), ' ', '\u0301', '–', '…', '🎉') }),
);

describe('Vietnamese loses its accents and nothing else', () => {
  it('has 134 accented letters', () => {
    expect(new Set(both.map(({ letter }) => letter)).size).toBe(134);
  });

  it.each(both)('writes $letter as $plain, composed or not', ({ letter, plain }) => {
    expect(toAscii(letter)).toEqual({ text: plain, lost: 0 });
    expect(toAscii(letter.normalize('NFD'))).toEqual({ text: plain, lost: 0 });
  });

  it.each([
    ['Hồ sơ của bà đã được tiếp nhận từ giờ này', 'Ho so cua ba da duoc tiep nhan tu gio nay'],
    ['Ủy ban nhân dân xã Định Yên', 'Uy ban nhan dan xa Dinh Yen'],
    ['Mỹ Tho, Vĩnh Kỷ, Thụy Vỵ', 'My Tho, Vinh Ky, Thuy Vy'],
    ['ĐƯỢC GIẢI QUYẾT ĐÚNG HẸN', 'DUOC GIAI QUYET DUNG HEN'],
  ])('%s', (accented, plain) => {
    expect(toAscii(accented)).toEqual({ text: plain, lost: 0 });
    expect(toAscii(accented.normalize('NFD'))).toEqual({ text: plain, lost: 0 });
  });
});

describe('typography becomes what a keyboard writes', () => {
  it.each([
    ['Ð ð Ɖ ɖ', 'D d D d'],
    ['“Hẹn” ‘trả’', '"Hen" \'tra\''],
    ['07:30–11:30', '07:30-11:30'],
    ['7−3—2‑1', '7-3-2-1'],
    ['chờ…', 'cho...'],
    ['• một', '- mot'],
    ['a\u00a0b\u2009c\u3000d\te', 'a b c d e'],
    ['a\u200bb\u200dc\ufeffd\u00ade\u2060f', 'abcdef'],
    ['\u202a\u2068abc\u2069\u202c\u200e\u200f\u061c', 'abc'],
    ['một\r\nhai\u2028ba\u2029bốn\u0085', 'mot\nhai\nba\nbon\n'],
    ['50.000₫', '50.000d'],
    ['№ 5', 'No. 5'],
    ['10€', '10EUR'],
    ['ＵＢＮＤ １２３', 'UBND 123'],
    ['½ ⅓ Ⅷ ① ﬁ', '1/2 1/3 VIII 1 fi'],
    ['`code`', "'code'"],
    ['Łódź, Straße, Ærø', 'Lodz, Strasse, AEro'],
    ['chuông\u0007\u0000\u001b', 'chuong'],
  ])('%j is written %j', (typeset, plain) => {
    expect(toAscii(typeset)).toEqual({ text: plain, lost: 0 });
  });
});

describe('what has no counterpart is left out and counted', () => {
  it.each([
    ['Chúc mừng 🎉', 'Chuc mung ', 1],
    ['👍🏽', '', 2],
    ['越南', '', 2],
    ['Привет', '', 6],
    ['\ud83c', '', 1],
    ['\udf89a', 'a', 1],
    ['a\ud83c\ud83c\udf89', 'a', 2],
    ['30°C', '30C', 1],
  ])('%j', (written, text, lost) => {
    expect(toAscii(written)).toEqual({ text, lost });
  });
});

describe('any text at all', () => {
  it('comes out in the SMS alphabet, the same when asked again', () => {
    fc.assert(
      fc.property(anyText, (written) => {
        const { text } = toAscii(written);
        expect(text).toMatch(/^[\n\x20-\x5f\x61-\x7e]*$/);
        expect(toAscii(text)).toEqual({ text, lost: 0 });
        expect(measureSms(text).encoding).toBe('GSM-7');
      }),
      runs,
    );
  });

  it('comes out the same composed and decomposed', () => {
    const vietnamese = fc.string({
      unit: fc.constantFrom(...both.map(({ letter }) => letter), ' ', '.', 'b'),
    });
    fc.assert(
      fc.property(vietnamese, (written) => {
        expect(toAscii(written.normalize('NFD'))).toEqual(toAscii(written));
      }),
      runs,
    );
  });

  it('is handled piece by piece as it is whole, however long', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Hồ sơ ', '…', 'abc', 'đã ', '越')), (pieces) => {
        const whole = toAscii(pieces.join('').repeat(300));
        const parts = pieces.map(toAscii);
        expect(whole.text).toBe(
          parts
            .map(({ text }) => text)
            .join('')
            .repeat(300),
        );
        expect(whole.lost).toBe(parts.reduce((sum, { lost }) => sum + lost, 0) * 300);
      }),
      { ...runs, numRuns: 100 },
    );
  });
});
