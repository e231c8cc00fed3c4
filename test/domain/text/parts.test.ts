import * as trt2 from '@trt2/gsm-charset-utils';
import * as fc from 'fast-check';
import * as splitSms from 'split-sms';
import { describe, expect, it } from 'vitest';
import { measureSms } from '../../../shared/domain/text/parts.ts';

const runs = { seed: 20261121, numRuns: 3000 };

describe('a text costs as many parts as the carrier bills', () => {
  it.each([
    ['nothing', '', 'GSM-7', 0, 0],
    ['one letter', 'a', 'GSM-7', 1, 1],
    ['160 letters', 'a'.repeat(160), 'GSM-7', 160, 1],
    ['161 letters', 'a'.repeat(161), 'GSM-7', 161, 2],
    ['306 letters', 'a'.repeat(306), 'GSM-7', 306, 2],
    ['307 letters', 'a'.repeat(307), 'GSM-7', 307, 3],
    ['80 euros', '€'.repeat(80), 'GSM-7', 160, 1],
    ['81 euros', '€'.repeat(81), 'GSM-7', 162, 2],
    ['153 braces, 152 septets in a part', '{'.repeat(153), 'GSM-7', 306, 3],
    ['a brace over the first seam', `${'a'.repeat(152)}{${'a'.repeat(152)}`, 'GSM-7', 306, 3],
    ['a brace over the second seam', `${'a'.repeat(152)}€${'a'.repeat(151)}€`, 'GSM-7', 307, 3],
    ['70 accented letters', 'ơ'.repeat(70), 'UCS-2', 70, 1],
    ['71 accented letters', 'ơ'.repeat(71), 'UCS-2', 71, 2],
    ['134 accented letters', 'ơ'.repeat(134), 'UCS-2', 134, 2],
    ['135 accented letters', 'ơ'.repeat(135), 'UCS-2', 135, 3],
    ['67 faces, 66 units in a part', '😀'.repeat(67), 'UCS-2', 134, 3],
    ['a face over the seam', `${'ơ'.repeat(66)}😀${'ơ'.repeat(66)}`, 'UCS-2', 134, 3],
    ['35 faces', '😀'.repeat(35), 'UCS-2', 70, 1],
    ['a lone half of a face', '\ud83c', 'UCS-2', 1, 1],
    ['a backtick', '`', 'UCS-2', 1, 1],
    ['a tab', '\t', 'UCS-2', 1, 1],
    ['an escape character', '\u001b', 'UCS-2', 1, 1],
    ['a no-break space', '\u00a0', 'UCS-2', 1, 1],
    ['a small c with cedilla', 'ç', 'UCS-2', 1, 1],
    ['the seven Vietnamese letters of GSM-7', 'àèéìòùÉ', 'GSM-7', 7, 1],
    ['a form feed', '\f', 'GSM-7', 2, 1],
    ['one accented letter too many', `Da tiếp nhan${'a'.repeat(100)}`, 'UCS-2', 112, 2],
  ] as const)('%s', (_, text, encoding, units, parts) => {
    expect(measureSms(text)).toEqual({ encoding, units, parts });
  });
});

describe('two independent counters agree with ours', () => {
  const gsm = fc.string({
    unit: fc.constantFrom('a', 'Z', '€', '{', '~', 'é', '\f', ' '),
    minLength: 1,
    maxLength: 500,
  });
  const accented = fc.string({
    unit: fc.constantFrom('ồ', 'a', '😀', '{', 'đ', ' '),
    minLength: 1,
    maxLength: 250,
  });
  const seams = fc
    .tuple(fc.constantFrom('a', 'ơ'), fc.constantFrom('€', '😀', 'đ', 'a'), fc.nat(320), fc.nat(320))
    .map(([filler, odd, before, after]) => filler.repeat(before) + odd + filler.repeat(after));
  const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
  const text = fc.oneof(gsm, accented, seams, anything);

  it('split-sms', () => {
    fc.assert(
      fc.property(text, (written) => {
        const theirs = splitSms.split(written);
        const ours = measureSms(written);
        expect([ours.encoding === 'GSM-7' ? 'GSM' : 'Unicode', ours.parts]).toEqual([
          theirs.characterSet,
          theirs.parts.length,
        ]);
      }),
      runs,
    );
  });

  it('@trt2/gsm-charset-utils', () => {
    fc.assert(
      fc.property(text, (written) => {
        const theirs = trt2.getCharCount(written);
        const ours = measureSms(written);
        expect([ours.encoding === 'GSM-7' ? 'GSM' : 'UCS2', ours.parts]).toEqual([
          theirs.encoding,
          theirs.msgCount,
        ]);
      }),
      runs,
    );
  });
});
