import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FieldKind } from '../../../shared/domain/text/sms-template.ts';
import { measureSms } from '../../../shared/domain/text/parts.ts';
import { render } from '../../../shared/domain/text/render.ts';
import { aCodeField, aField, aTemplate } from '../../support/builders/sms-template.ts';

const code = 'H20.12-260302-0001';
const withPlace = aTemplate({
  bodies: {
    vi: '((office)): moi den ((place)) nhan HS ((code)).',
    en: '((office)): go to ((place)) for ((code)).',
  },
  fields: {
    office: aField(),
    place: aField({ maxLength: 30, example: 'Bo phan Mot cua' }),
    code: aCodeField(),
  },
});
const inPlace = (place: unknown): unknown => {
  const rendering = render(withPlace, 'vi', { office: 'UBND', place, code });
  if (!rendering.ok) return rendering.refused[0]?.why ?? `missing ${rendering.missing.join()}`;
  return rendering.text.replace('UBND: moi den ', '').replace(` nhan HS ${code}.`, '');
};

describe('a template is filled', () => {
  it('with values written as the message is', () => {
    expect(render(aTemplate(), 'vi', { office: 'UBND xã Định Yên', code })).toEqual({
      ok: true,
      text: `UBND xa Dinh Yen: Ho so ${code} da co ket qua.`,
      encoding: 'GSM-7',
      units: 57,
      parts: 1,
      lost: 0,
    });
  });

  it('in English for those who asked for it', () => {
    expect(render(aTemplate(), 'en', { office: 'UBND', code })).toMatchObject({
      text: `UBND: File ${code} is ready.`,
    });
  });

  it('with accents where the ward pays for them', () => {
    const accented = aTemplate({ accents: true, maxParts: 2 });
    const office = 'UBND xã Định Yên'.normalize('NFD');
    expect(render(accented, 'vi', { office, code })).toMatchObject({
      text: `UBND xã Định Yên: Hồ sơ ${code} đã có kết quả.`,
      encoding: 'UCS-2',
      parts: 1,
    });
  });

  it('or not at all, with every obstacle named at once', () => {
    expect(render(withPlace, 'vi', { place: 'evil.vn', code: '' })).toEqual({
      ok: false,
      missing: ['office', 'code'],
      refused: [{ field: 'place', why: 'link' }],
    });
  });

  it('without looking at what every object inherits', () => {
    const fields = { constructor: aField() };
    const odd = aTemplate({ bodies: { vi: '((constructor))', en: '((constructor))' }, fields });
    expect(render(odd, 'vi', {})).toMatchObject({ ok: false, missing: ['constructor'] });
  });

  it('and counts what could not be written', () => {
    expect(render(aTemplate(), 'vi', { office: 'UBND 🎉 A', code })).toMatchObject({ lost: 1 });
  });
});

describe('a value from outside', () => {
  it.each([
    ['Bộ phận Một cửa', 'Bo phan Mot cua'],
    ['  số 12 ', 'so 12'],
    ['P.Bến Nghé, TP.HCM', 'P. Ben Nghe, TP. HCM'],
    ['tầng 1. Quầy 3', 'tang 1. Quay 3'],
    ['07:30–11:30 thứ 2-6', '07:30-11:30 thu 2-6'],
    ['phòng [3] {A}|B', 'phong (3) (A)/B'],
    ['((office))', '((office))'],
    ['((place??x))', '((place??x))'],
    ['a\u200bb\u202ec\u2069', 'abc'],
    ['chuông\u0007', 'chuong'],
    ['sáng 02.03.2026', 'sang 02.03.2026'],
    ['x'.repeat(30), 'x'.repeat(30)],
    [12, '12'],
  ])('%j is read as %j', (value, text) => {
    expect(inPlace(value)).toBe(text);
  });

  it.each([
    ['http://evil.vn', 'link'],
    ['HTTPS', 'link'],
    ['hTtp evil', 'link'],
    ['www', 'link'],
    ['bit.ly/abc', 'link'],
    ['evil.com', 'link'],
    ['EVIL.COM', 'link'],
    ['e\u200bvil.c\u200bom', 'link'],
    ['evil․com', 'link'],
    ['ｅｖｉｌ．ｃｏｍ', 'link'],
    ['//evil', 'link'],
    ['xin xem dinhyen.gov.vn nhe', 'link'],
    ['thư a@b.vn', 'link'],
    ['10.0.0.1', 'link'],
    ['gọi 0912345678', 'phone-number'],
    ['gọi 0912 345 678', 'phone-number'],
    ['so 123456789', 'phone-number'],
    ['gọi 0912-345-678', 'phone-number'],
    ['gọi (0912) 345-678', 'phone-number'],
    ['gọi +84 (0) 912_345_678', 'phone-number'],
    ['một\nhai', 'line-break'],
    ['một\r\nhai', 'line-break'],
    ['một\u2028hai', 'line-break'],
    ['x'.repeat(31), 'too-long'],
    ['…'.repeat(11), 'too-long'],
    ['🎉', 'empty'],
    ['   ', 'empty'],
    [{}, 'not-text'],
    [true, 'not-text'],
    [Number.NaN, 'not-text'],
    [null, 'missing place'],
    [undefined, 'missing place'],
    ['', 'missing place'],
  ])('%j is refused: %s', (value, why) => {
    expect(inPlace(value)).toBe(why);
  });
});

describe('each kind of field is written one way', () => {
  it.each([
    ['code', 'H29.26-260302-0001', 'H29.26-260302-0001'],
    ['code', ' 000.00.15.H03-190515-0001 ', '000.00.15.H03-190515-0001'],
    ['code', 'H29 0001', 'wrong-kind'],
    ['code', 'evil.vn', 'link'],
    ['date', '2026-03-05', '05/03/2026'],
    ['date', '05/03/2026', '05/03/2026'],
    ['date', 'mai', 'wrong-kind'],
    ['time', '2026-03-02T17:00:00+07:00', '17:00 ngay 02/03/2026'],
    ['time', '2026-03-02T17:30:00.000Z', '00:30 ngay 03/03/2026'],
    ['time', '17:00 05/03/2026', '17:00 ngay 05/03/2026'],
    ['time', '17:00 ngày 05/03/2026', '17:00 ngay 05/03/2026'],
    ['time', '17:00', '17:00'],
    ['time', '2026-03-02T17:00:00', 'wrong-kind'],
    ['time', '2026-99-99T17:00:00Z', 'wrong-kind'],
    ['money', 50000, '50.000'],
    ['money', '1234567', '1.234.567'],
    ['money', '50.000đ', '50.000'],
    ['money', '50,000 VND', '50.000'],
    ['money', '0', '0'],
    ['money', '12,5', 'wrong-kind'],
    ['money', -5, 'wrong-kind'],
    ['number', 3, '3'],
    ['number', '3,5', '3,5'],
    ['number', 'ba', 'wrong-kind'],
    ['phone', '028 3829 1234', '02838291234'],
    ['phone', '1022', '1022'],
    ['phone', '(0277) 385-1234', '02773851234'],
    ['phone', 'gọi tôi', 'wrong-kind'],
  ] as const)('%s %j becomes %s', (kind, value, expected) => {
    const example = {
      code: 'A1',
      date: '05/03/2026',
      time: '17:00 05/03/2026',
      money: '1',
      number: '1',
      phone: '1022',
    };
    const fields = { it: aField({ kind, maxLength: 30, example: example[kind] }) };
    const template = aTemplate({ bodies: { vi: '((it))', en: '((it))' }, fields });
    const rendering = render(template, 'vi', { it: value });
    expect(rendering.ok ? rendering.text : rendering.refused[0]?.why).toBe(expected);
  });
});

describe('a flag', () => {
  const fields = {
    office: aField(),
    home: aField({ kind: 'flag', maxLength: 0, required: false }),
    place: aField({ required: false }),
  };
  const body = '((office)): xin cho((home?? tai nha))((place?? tai)) ((place)).';
  const template = aTemplate({ bodies: { vi: body, en: body }, fields });

  it.each([
    [{ home: true }, 'UBND: xin cho tai nha.'],
    [{ home: 'có' }, 'UBND: xin cho tai nha.'],
    [{ home: 'yes' }, 'UBND: xin cho tai nha.'],
    [{ home: false }, 'UBND: xin cho.'],
    [{ home: 'no' }, 'UBND: xin cho.'],
    [{}, 'UBND: xin cho.'],
    [{ home: null, place: null }, 'UBND: xin cho.'],
    [{ place: 'quay 3' }, 'UBND: xin cho tai quay 3.'],
    [{ home: true, place: 'quay 3' }, 'UBND: xin cho tai nha tai quay 3.'],
  ])('%j reads %s', (values, text) => {
    expect(render(template, 'vi', { office: 'UBND', ...values })).toMatchObject({ text });
  });
});

describe('no value whatever', () => {
  const runs = { seed: 20261121, numRuns: 4000 };
  const pieces = [
    'http',
    '://',
    '//',
    'www',
    '.',
    'evil',
    'com',
    '.vn',
    'P.',
    'TP.',
    '/',
    ' ',
    '((office))',
    '((',
    '))',
    '??',
  ];
  const odd = [
    '\u200b',
    '\u202e',
    '\n',
    '…',
    '[',
    '~',
    '€',
    'ơ',
    '😀',
    '\u0301',
    '。',
    '．',
    '0912345678',
    '\ud83c',
    'W',
  ];
  const nasty = fc.array(fc.constantFrom(...pieces, ...odd), { maxLength: 12 }).map((all) => all.join(''));
  const value = fc.oneof(
    nasty,
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.anything(),
  );
  const body =
    '((office)): ((place)), ((code)). ((when)) (((sum))) ((n)): ((call))! ((place??tai)) ((office))';
  const fields = {
    office: aField(),
    place: aField({ maxLength: 40, required: false }),
    code: aCodeField(),
    when: aField({ kind: 'time', maxLength: 21, example: '17:00', required: false }),
    sum: aField({ kind: 'money', example: '1', required: false }),
    n: aField({ kind: 'number', example: '1', required: false }),
    call: aField({ kind: 'phone', example: '1022', required: false }),
  };
  const mostly = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ arbitrary: good, weight: 9 }, { arbitrary: value, weight: 1 });
  const words = fc.oneof(nasty, fc.string({ unit: fc.constantFrom('a', 'Ơ', '. ', '…', '[', 'T.', '1') }));
  const values = fc.record(
    {
      office: mostly(words),
      place: mostly(words),
      code: mostly(fc.stringMatching(/^H\d{2}[.]\d{2}-\d{6}-\d{4,8}$/)),
      when: mostly(fc.date({ noInvalidDate: true }).map((date) => date.toISOString())),
      sum: mostly(fc.nat()),
      n: mostly(fc.integer()),
      call: mostly(fc.stringMatching(/^0\d{9}$/)),
    },
    { requiredKeys: ['office', 'code'] },
  );
  const aLink = /:\/\/|http|www|[\p{L}\p{N}][.。．․]\p{L}{2,}(?![\p{L}\p{N}])/iu;

  it.each([false, true])('makes a link, an unseen character or a dearer message (accents: %s)', (accents) => {
    const template = aTemplate({ bodies: { vi: body, en: body }, fields, accents, maxParts: 4 });
    let sent = 0;
    fc.assert(
      fc.property(values, (given) => {
        const rendering = render(template, 'vi', given);
        const { text, ...measure } = rendering.ok
          ? rendering
          : { text: '', parts: 0, units: 0, encoding: 'GSM-7' };
        sent += Number(rendering.ok);
        expect(text).not.toMatch(aLink);
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(measure).toMatchObject(measureSms(text));
        expect(measure.parts).toBeLessThanOrEqual(template.worst.vi.parts);
        expect(measure.units).toBeLessThanOrEqual(template.worst.vi.units);
      }),
      runs,
    );
    expect(sent).toBeGreaterThan(200);
  });

  /** The words of a body in their order, with anything where a value may stand or a flag may be up. */
  const wordsOf = (of: string): RegExp => {
    const between = of.split(/ ?\(\([^()]+\)\)/).map((some) => some.replaceAll(/[()!.]/g, String.raw`\$&`));
    return new RegExp(`^${between.join('.*')}$`);
  };

  it('takes a word of the text away or puts one in', () => {
    const longer = `${body}((up?? nay)) ((day))`;
    const both = { vi: longer, en: longer.replace('((place??tai)) ((office))', '((place))') };
    const up = aField({ kind: 'flag', maxLength: 0, required: false });
    const day = aField({ kind: 'date', example: '05/03/2026', required: false });
    const template = aTemplate({ bodies: both, fields: { ...fields, up, day }, maxParts: 4 });
    const aDay = fc.constantFrom('05/03/2026', '2026-03-05', '5/3');
    const odder = fc.record({ up: mostly(fc.boolean()), day: mostly(aDay) }, { requiredKeys: [] });
    const given = fc.tuple(values, odder).map(([some, more]) => ({ ...some, ...more }));
    let sent = 0;
    fc.assert(
      fc.property(given, fc.constantFrom('vi' as const, 'en' as const), (all, language) => {
        const rendering = render(template, language, all);
        sent += Number(rendering.ok);
        expect(!rendering.ok || wordsOf(both[language]).test(rendering.text)).toBe(true);
      }),
      runs,
    );
    expect(sent).toBeGreaterThan(200);
  });

  it.each(['Xa B', 'Xa B ', 'Xa  B', ' Xa B  '])(
    'takes the words behind %j away the second time',
    (office) => {
      const brief = '((office)): ((code)).';
      const template = aTemplate({
        bodies: { vi: brief, en: brief },
        fields: { office: fields.office, code: fields.code },
      });
      const said = Array.from({ length: 3 }, () => render(template, 'vi', { office, code: 'H29.26-1' }));
      expect(said.map((each) => each.ok && each.text)).toEqual(Array(3).fill('Xa B: H29.26-1.'));
    },
  );

  it('shows in the message after it', () => {
    const aside = `((office??Kinh gui)) ((code)): ((place??tai)) ${'quay so 1, '.repeat(3)}((when)), ((call)).`;
    const { office, place, when, call } = fields;
    const template = aTemplate({
      bodies: { vi: aside, en: aside },
      fields: { office, place, code: fields.code, when, call },
      maxParts: 4,
    });
    const few = fc.record(
      {
        office: fc.constantFrom('Xã A', 'Xa B', 'Phường C', `Phường thứ ${'x'.repeat(20)}.vn`),
        code: fc.constantFrom('H29.26-260302-0001', 'H29.26-1'),
        place: fc.constantFrom('', 'nhà', 'phuong', `số ${'1'.repeat(30)}`),
        when: fc.constantFrom('2026-03-05T01:00:00.000Z', '17:00 05/03/2026', '2026-03-05T23:00:00.000Z'),
        call: fc.constantFrom('1022', '02543852101', '0254385210x'),
      },
      { requiredKeys: ['office', 'code', 'when'] },
    );
    const inARow = fc.array(few, { minLength: 2, maxLength: 6 });
    let sent = 0;
    fc.assert(
      fc.property(inARow, (all) => {
        const renderings = all.map((given) => render(template, 'vi', given));
        sent += renderings.filter(({ ok }) => ok).length;
        const alone = all.map((given) => render(structuredClone(template), 'vi', given));
        expect(renderings).toEqual(alone);
      }),
      { ...runs, numRuns: 1000 },
    );
    expect(sent).toBeGreaterThan(200);
  });

  it('is read as a template again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FieldKind.options), (kind) => {
        const rendering = render(withPlace, 'vi', { office: `((${kind}))`, place: '((code))', code });
        expect(rendering).toMatchObject({ text: `((${kind})): moi den ((code)) nhan HS ${code}.` });
      }),
      { seed: 1, numRuns: 20 },
    );
  });
});
