import * as fc from 'fast-check';
import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { describe, expect, it } from 'vitest';
import {
  PhoneReading,
  PhoneRefusal,
  belongsOnCallList,
  dialled,
  e164,
  maskPhone,
  readLandline,
  readPhone,
} from '../../../shared/domain/phone/read-phone.ts';
import { isKnownMobile, numberingPlan } from '../../../shared/domain/phone/ranges.ts';

const runs = { seed: 20261121, numRuns: 2000 };

describe('a mobile number is read however people write it', () => {
  it.each([
    ['0912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['0912.345.678', '+84912345678'],
    ['0912-345-678', '+84912345678'],
    ['(0912) 345 678', '+84912345678'],
    ['091.234.5678 ', '+84912345678'],
    ['\t0912345678\r\n', '+84912345678'],
    ['0912\u00a0345\u00a0678', '+84912345678'],
    ['0912\u2009345\u202f678', '+84912345678'],
    ['0912\u3000345\u3000678', '+84912345678'],
    ['0912\u2013345\u2011678', '+84912345678'],
    ['0912−345−678', '+84912345678'],
    ['0912·345·678', '+84912345678'],
    ['\u200b0912345678\ufeff', '+84912345678'],
    ['\u202a0912345678\u202c', '+84912345678'],
    ['\u20680912345678\u2069', '+84912345678'],
    ['0912\u00ad345678', '+84912345678'],
    ['０９１２３４５６７８', '+84912345678'],
    ['＋８４９１２３４５６７８', '+84912345678'],
    ['091\n2345678', '+84912345678'],
    ['+84912345678', '+84912345678'],
    ['+84 912 345 678', '+84912345678'],
    ['+84-912-345-678', '+84912345678'],
    ['(+84) 912345678', '+84912345678'],
    ['+84 (0) 912 345 678', '+84912345678'],
    ['+840912345678', '+84912345678'],
    ['+ 84 912345678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['840912345678', '+84912345678'],
    ['0084912345678', '+84912345678'],
    ['00840912345678', '+84912345678'],
    ['00 84 912 345 678', '+84912345678'],
    ['tel:+84912345678', '+84912345678'],
    ['TEL:0912345678', '+84912345678'],
    ['0841234567', '+84841234567'],
    ['0387654321', '+84387654321'],
    ['0522345678', '+84522345678'],
    ['0559123456', '+84559123456'],
    ['0561234567', '+84561234567'],
    ['0591234567', '+84591234567'],
    ['0701234567', '+84701234567'],
    ['0775123456', '+84775123456'],
    ['0777123456', '+84777123456'],
    ['0811234567', '+84811234567'],
    ['0871234567', '+84871234567'],
    ['0896123456', '+84896123456'],
    ['0951234567', '+84951234567'],
    ['0993123456', '+84993123456'],
    ['0838291234', '+84838291234'],
  ])('%j goes to %s', (written, number) => {
    expect(readPhone(written)).toEqual({ ok: true, e164: number, known: true });
  });
});

describe('a number that a spreadsheet damaged is mended', () => {
  it.each([
    ['912345678', '+84912345678'],
    ['912345678.0', '+84912345678'],
    ['84912345678.0', '+84912345678'],
    ['912345678,0', '+84912345678'],
    ['84912345678,00', '+84912345678'],
    ["'0912345678", '+84912345678'],
    ['’0912345678', '+84912345678'],
    ['"0912345678"', '+84912345678'],
    ['="0912345678"', '+84912345678'],
    ['“0912345678”', '+84912345678'],
    ['841234567', '+84841234567'],
    ['849123456', '+84849123456'],
    ['387654321', '+84387654321'],
    [' 912 345 678 ', '+84912345678'],
    ['0912345678;', '+84912345678'],
    ['0912 345 678 / ', '+84912345678'],
    ["'0912345678',", '+84912345678'],
  ])('%j goes to %s', (written, number) => {
    expect(readPhone(written)).toEqual({ ok: true, e164: number, known: true });
  });

  it('keeps a last zero that only looks like a decimal', () => {
    expect(readPhone('091.234.567.0')).toMatchObject({ e164: '+84912345670' });
  });
});

describe('a number from before September 2018 moves to the prefix it has today', () => {
  it.each(Object.entries(numberingPlan.migrated))('01%s becomes 0%s', (old, today) => {
    const answer = { ok: true, e164: `+84${today}2345678`, known: true, migratedFrom: `0${old}` };
    for (const lead of ['0', '', '+84', '84', '0084', '+84 (0)']) {
      expect(readPhone(`${lead}${old}2345678`)).toEqual(answer);
    }
  });

  it('knows all twenty-one of them', () => {
    expect(Object.keys(numberingPlan.migrated)).toHaveLength(21);
  });
});

describe('a range that the metadata does not know yet is sent to, and counted', () => {
  it.each(['0551123456', '0521234567', '0891234567', '0992123456', '0711234567', '0501234567'])(
    '%s is unknown and fine',
    (written) => {
      expect(readPhone(written)).toEqual({ ok: true, e164: `+84${written.slice(1)}`, known: false });
    },
  );
});

describe('a number that takes no text is refused with the reason', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['-', 'empty'],
    ['+', 'empty'],
    ['\u200b', 'empty'],
    ["'", 'empty'],
    [null, 'not_text'],
    [undefined, 'not_text'],
    [912345678, 'not_text'],
    [{}, 'not_text'],
    [['0912345678'], 'not_text'],
    [true, 'not_text'],
    ['không có', 'bad_character'],
    ['O912345678', 'bad_character'],
    ['09l2345678', 'bad_character'],
    ['ĐT: 0912345678', 'bad_character'],
    ['0912345678 (anh An)', 'bad_character'],
    ['0912345678x5', 'bad_character'],
    ['0912345678 hoặc 0987654321', 'bad_character'],
    ['9.12345678E8', 'bad_character'],
    ['9,12E+08', 'bad_character'],
    ['0912*345678', 'bad_character'],
    ['0912_345_678', 'bad_character'],
    ['091/234 5678', 'bad_character'],
    ['09123+45678', 'bad_character'],
    ['٠٩١٢٣٤٥٦٧٨', 'bad_character'],
    ['0912345678\u0000', 'bad_character'],
    ['📱0912345678', 'bad_character'],
    ['0912345678 - 0987654321', 'multiple'],
    ['0912345678-0987654321', 'multiple'],
    ['0912.345.678 – 0254 385 2404', 'multiple'],
    ['+84 912-345-678 — +84 987-654-321', 'multiple'],
    ['0912345678/0987654321', 'multiple'],
    ['0912345678 / 0987654321', 'multiple'],
    ['0912345678, 0987654321', 'multiple'],
    ['0912345678; 0987654321', 'multiple'],
    ['0912345678,0', 'multiple'],
    ['0912345678 & 0987654321', 'multiple'],
    ['0912345678|0987654321', 'multiple'],
    ['0912345678\n0987654321', 'multiple'],
    ['0912345678\u20280987654321', 'multiple'],
    ['+84912345678 +84987654321', 'multiple'],
    ['0912345678+84987654321', 'multiple'],
    ['tel:+84912345678;ext=5', 'multiple'],
    ['09', 'too_short'],
    ['12', 'too_short'],
    ['091234', 'too_short'],
    ['091234567', 'too_short'],
    ['+8491234567', 'too_short'],
    ['+84', 'too_short'],
    ['38291234', 'too_short'],
    ['09123456789', 'too_long'],
    ['9123456780', 'too_long'],
    ['0912345678 0987654321', 'too_long'],
    ['+849123456789', 'too_long'],
    ['03512345678901', 'too_long'],
    [`0912345678${' '.repeat(80)}`, 'too_long'],
    ['+14155552671', 'foreign'],
    ['+86 138 0013 8000', 'foreign'],
    ['+855 12 345 678', 'foreign'],
    ['0014155552671', 'foreign'],
    ['00855123456789', 'foreign'],
    ['+33 6 12 34 56 78', 'foreign'],
    ['02838291234', 'fixed_line'],
    ['0254 385 2404 (máy lẻ 12)', 'fixed_line'],
    ['02543852404 ext. 12', 'fixed_line'],
    ['064 385 2404 số máy lẻ 7', 'old_landline'],
    ['024 3825 1234', 'fixed_line'],
    ['(0277) 3851 234', 'fixed_line'],
    ['+84 28 3829 1234', 'fixed_line'],
    ['2838291234', 'fixed_line'],
    ['842838291234', 'fixed_line'],
    ['0438251234', 'old_landline'],
    ['0613829123', 'old_landline'],
    ['0643829123', 'old_landline'],
    ['0673851234', 'old_landline'],
    ['05113829123', 'old_landline'],
    ['06503829123', 'old_landline'],
    ['0203829123', 'old_landline'],
    ['19001009', 'service_number'],
    ['1900 6068', 'service_number'],
    ['1900 545 426', 'service_number'],
    ['1900636363', 'service_number'],
    ['1800 1090', 'service_number'],
    ['1800588868', 'service_number'],
    ['+84 1900 6068', 'service_number'],
    ['113', 'short_code'],
    ['115', 'short_code'],
    ['1022', 'short_code'],
    ['8088', 'short_code'],
    ['18001', 'short_code'],
    ['0651234567', 'special_range'],
    ['0672123456', 'special_range'],
    ['0691234567', 'special_range'],
    ['0801234567', 'special_range'],
    ['0121012345', 'm2m_or_truncated'],
    ['0140123456', 'm2m_or_truncated'],
    ['0160123456', 'm2m_or_truncated'],
    ['0167123456', 'm2m_or_truncated'],
    ['01871234567', 'invalid'],
    ['01611234567', 'invalid'],
    ['01901234567', 'invalid'],
    ['0000000000', 'invalid'],
    ['+0912345678', 'invalid'],
    ['00', 'invalid'],
  ] as const)('%j is %s', (written, reason) => {
    expect(readPhone(written)).toEqual({ ok: false, reason });
  });

  it('puts landlines on the call list, and nothing else', () => {
    expect(PhoneRefusal.options.filter(belongsOnCallList)).toEqual(['fixed_line', 'old_landline']);
  });
});

describe('whatever is written', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789+84-.()/, ;\n\u200bOx')) }),
  );

  it('gets an answer of the promised shape, and never an exception', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        expect(PhoneReading.parse(readPhone(raw))).toEqual(readPhone(raw));
      }),
      runs,
    );
  });

  it('reads its own answer back as the same number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[35789]\d{8}$/), (raw) => {
        const first = readPhone(raw);
        expect(first.ok ? readPhone(first.e164) : readPhone(` ${raw} `)).toEqual(first);
      }),
      runs,
    );
  });

  it('means the same with any spacing', () => {
    const spaced = fc.array(fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u200b'), {
      minLength: 10,
      maxLength: 10,
    });
    fc.assert(
      fc.property(fc.stringMatching(/^0[35789]\d{8}$/), spaced, (number, gaps) => {
        const written = Array.from(number, (digit, at) => digit + gaps[at]).join('');
        expect(readPhone(written)).toEqual(readPhone(number));
      }),
      runs,
    );
  });
});

describe('libphonenumber knows the same mobile ranges as we do', () => {
  const prefixes = Array.from({ length: 900 }, (_, index) => `${index + 100}`);
  const machines = ['121', '140', '160'];

  it('prefix by prefix, apart from the blocks that belong to machines', () => {
    const theirs = prefixes.filter((prefix) => isValidPhoneNumber(`+84${prefix}123456`));
    const ours = prefixes.filter((prefix) => isKnownMobile(`${prefix}123456`));
    expect(ours).toEqual(theirs.filter((prefix) => !machines.includes(prefix)));
  });

  it('and writes every known number as we do', () => {
    const known = prefixes.filter((prefix) => isKnownMobile(prefix));
    for (const prefix of known) {
      const written = `0${prefix} 765 432`;
      expect(readPhone(written)).toMatchObject({ e164: parsePhoneNumberFromString(written, 'VN')?.number });
    }
    expect(known.length).toBeGreaterThan(300);
  });
});

it('is kept in one form and dialled in the other, however it was written', () => {
  expect(['0912 345 678', '+84912345678', '84.912.345.678'].map(e164)).toEqual(Array(3).fill('+84912345678'));
  expect(dialled('+84912345678')).toBe('0912345678');
  expect(e164('02543 000 000')).toBeUndefined();
});

it('shows only the last three digits of a number', () => {
  expect(maskPhone('+84912345678')).toBe('+84*****678');
});

it.each([
  ['0254 385 2404 (máy lẻ 12)', '02543852404 ext 12'],
  ['0254 385 2404 may le 12', '02543852404 ext 12'],
  ['(0254) 3852404 - số máy lẻ: 105', '02543852404 ext 105'],
  ['+84 254 385 2404 ext. 7', '02543852404 ext 7'],
  ['02543852404#12', '02543852404 ext 12'],
  ['02543852404 nhánh 3', '02543852404 ext 3'],
  ['02543852404 ext 12', '02543852404 ext 12'],
  ['0912 345 678 máy lẻ 12', undefined],
  ['máy lẻ 12', undefined],
  ['0254 385 2404 (chị Lan)', undefined],
])('a landline is rung with whom to ask for behind it: %s', (written, landline) => {
  expect(readLandline(written)).toBe(landline);
});

describe('every number of a range that telephones have', () => {
  const prefixes = Array.from({ length: 1000 }, (_, at) => String(at).padStart(3, '0')).filter(
    (three) => readPhone(`0${three}234567`.slice(0, 10)).ok,
  );

  it('is taken, whatever digits stand inside', () => {
    expect(prefixes.length).toBeGreaterThan(100);
    const digits = fc.stringMatching(/^\d{2}(?:1[89]00|\d{4})$/);
    fc.assert(
      fc.property(fc.constantFrom(...prefixes), digits, (prefix, rest) => {
        const written = `0${prefix}${rest}`.slice(0, 10);
        expect(readPhone(written)).toMatchObject({ ok: true, e164: `+84${written.slice(1)}` });
      }),
      { numRuns: 500 },
    );
  });

  it.each(['0912190012', '0911900123', '0901800555'])(
    'so %s is, though a service number stands in it',
    (phone) => {
      expect(readPhone(phone).ok).toBe(true);
    },
  );
});
