import { describe, expect, it } from 'vitest';
import { hasLink } from '../../../../shared/domain/values/writing/links.ts';
import { smsFields } from '../../../../shared/domain/text/texts/fields.ts';
import { smsPurposes, smsTemplateFor } from '../../../../shared/domain/text/texts/all.ts';
import { statuses } from '../../../../shared/domain/dossier/statuses.ts';
import { toAscii } from '../../../../shared/domain/text/ascii.ts';
import { render } from '../../../../shared/domain/text/render.ts';

const languages = ['vi', 'en'] as const;
const every = smsPurposes.flatMap((purpose) => languages.map((language) => ({ purpose, language })));

/** The longest value of each field, apart from the dossier code: 25 characters, the longest that was ever seen. */
const longest: Readonly<Record<keyof typeof smsFields, string>> = {
  office: 'UBND P. Văn Miếu - Quốc Tử Giám',
  code: '000.00.15.H03-20260302-01',
  status: 'x'.repeat(40),
  dueAt: '2026-03-05T17:00:00+07:00',
  ownDates: 'true',
  newDueAt: '2026-03-09T17:00:00+07:00',
  deadline: '2026-03-12',
  date: '2026-03-06',
  returnPlace: 'Trung tâm PVHCC phường Thủ Dầu Một cũ, 1',
  decider: 'UBND P. Văn Miếu - Quốc Tử Giám',
  postOffice: 'x'.repeat(40),
  pickUp: 'từ 17:30 đến 19:30 ngày 26/11 (ngoài giờ.)',
  hours: 'thứ 2 - thứ 6, 7:00-11:30, 13:30-17:00.,',
  amount: '999.999.999',
  hotline: '02773851234',
  paper: 'your ID card',
  onlyTo: 'the recipient',
  inbox: '19001234567',
  digits: '482913',
  trackingNumber: 'x'.repeat(20),
  count: '10',
  codes: `${'H20.12-260302-0001, '.repeat(3)}...`.slice(0, 62).padEnd(62, 'x'),
};

/** What asks the citizen for something: the only texts that may take two parts. */
const asks =
  /^(?:supplement|payment|delayed|ready|post-(?:handed|out|attempted|held|not|returning)|home-(?:out|attempted|brought))/;

const firstPart = (text: string): string => (text.length > 160 ? text.slice(0, 153) : text);

describe('every text is plain ASCII and costs what it may, at its longest', () => {
  it('counted with the longest values there are', () => {
    for (const [name, value] of Object.entries(longest)) {
      const { kind, maxLength } = smsFields[name as keyof typeof smsFields];
      const written =
        { time: 21, code: name === 'code' ? 30 : maxLength, date: 10, flag: 0 }[kind as string] ??
        value.length;
      expect([name, written]).toEqual([name, maxLength]);
    }
  });

  it.each(every)('$purpose ($language)', ({ purpose, language }) => {
    const most = asks.test(purpose) ? 2 : 1;
    const full = render(smsTemplateFor(purpose), language, longest);
    expect(full).toMatchObject({ ok: true, encoding: 'GSM-7', lost: 0 });
    expect(full.ok && full.parts).toBeLessThanOrEqual(most);
    expect(smsTemplateFor(purpose).worst[language].parts).toBeLessThanOrEqual(most);
  });

  it.each(every)('$purpose ($language) in one part where the office chose so', ({ purpose, language }) => {
    const template = smsTemplateFor(purpose, { shortly: true });
    const has = template.maxParts;
    expect(template.worst[language].parts).toBeLessThanOrEqual(has);
    expect(
      render(template, language, { ...longest, code: 'H29.26-260302-0001', office: 'UBND P. Tân Định' }),
    ).toMatchObject({ ok: true, parts: 1 });
  });

  it('and who it is from, what happened and which dossier stand before a part ends in the middle', () => {
    for (const { purpose, language } of every) {
      const template = smsTemplateFor(purpose);
      const rendering = render(template, language, longest);
      const text = rendering.ok ? firstPart(rendering.text) : '';
      const must = template.fields
        .filter(({ required, kind }) => required && kind !== 'time')
        .map(({ name }) => name);
      for (const name of must) {
        const value = toAscii(longest[name as keyof typeof longest]).text;
        expect([purpose, language, name, text.includes(value)]).toEqual([purpose, language, name, true]);
      }
    }
  });
});

describe('every text', () => {
  it('has no field for a name, a procedure or a number of a person: whoever reads along learns nothing', () => {
    expect(
      Object.keys(smsFields).filter((field) => /name|applicant|procedure|person|identity/i.test(field)),
    ).toEqual([]);
  });

  it.each(every)(
    '$purpose ($language) names the office first, and near its end whom to ask',
    ({ purpose, language }) => {
      const rendering = render(smsTemplateFor(purpose), language, longest);
      const text = rendering.ok ? rendering.text : '';
      expect(text).toMatch(/^UBND P\. Van Mieu - Quoc Tu Giam: /);
      const { fields } = smsTemplateFor(purpose);
      const yielding = fields.some(({ name, yields }) => name === 'hotline' && yields === true);
      const gone = yielding && text.length >= 149 && !text.includes('02773851234');
      expect(text).toMatch(
        gone ? /./ : /02773851234(?:\.| de hen nhan\.(?: UBND giu den .*)?|\. Xin cam on\.)?$/,
      );
    },
  );

  it.each(every)(
    '$purpose ($language) is a sentence without the fields that may be missing',
    ({ purpose, language }) => {
      const template = smsTemplateFor(purpose);
      const needed = template.fields.filter(({ required }) => required);
      const values = Object.fromEntries(needed.map(({ name, example }) => [name, example]));
      const rendering = render(template, language, values);
      const text = rendering.ok ? rendering.text : '';
      expect(text).toMatch(/^UBND xa Dinh Yen: .+[.]$/);
      expect(text).not.toMatch(/ [.,:;]| {2}|[.,]{2}|\(\(|\)\)/);
      expect(hasLink(text)).toBe(false);
    },
  );

  it.each(smsPurposes)('%s can be sent with accents in three parts at most', (purpose) => {
    const { accents, worst } = smsTemplateFor(purpose, { accents: true });
    expect([accents, worst.vi.encoding, worst.vi.parts <= 3]).toEqual([true, 'UCS-2', true]);
  });

  it('has no field for a name, a procedure or an address', () => {
    expect(Object.keys(smsFields)).toEqual(Object.keys(longest));
  });

  it('speaks of nobody’s death, birth or marriage', () => {
    const words = JSON.stringify(smsPurposes.map((purpose) => smsTemplateFor(purpose).pieces));
    expect(words).not.toMatch(/khai sinh|khai tu|ket hon|chia buon|chuc mung|birth|death|marriage/i);
  });
});

describe('the text a citizen reads', () => {
  const values = Object.fromEntries(Object.entries(smsFields).map(([name, { example }]) => [name, example]));
  const reads = (purpose: (typeof smsPurposes)[number], language: 'vi' | 'en' = 'vi'): string => {
    const rendering = render(smsTemplateFor(purpose), language, values);
    return rendering.ok ? rendering.text : JSON.stringify(rendering);
  };

  it('says when and where, for a dossier that was received', () => {
    expect(reads('received')).toBe(
      'UBND xa Dinh Yen: Da tiep nhan ho so H20.12-260302-0001. Hen tra 17:00 ngay 05/03/2026 tai Trung tam PVHCC xa Dinh Yen. Can hoi: 02773851234',
    );
  });

  it('names neither HS nor NGUNG TIN where there is no number, or where it would cost a part more', () => {
    const without = render(smsTemplateFor('received'), 'vi', { ...values, inbox: undefined });
    const full = render(smsTemplateFor('received'), 'vi', { ...values, returnPlace: longest.returnPlace });
    for (const text of [without, full])
      expect(text).toMatchObject({ parts: 1, text: expect.not.stringMatching(/NGUNG TIN/) });
    const short = { ...values, returnPlace: 'Bộ phận Một cửa', hotline: undefined };
    expect(render(smsTemplateFor('received'), 'vi', short)).toMatchObject({
      parts: 1,
      text: expect.stringMatching(/Mot cua\. Soan HS hoac NGUNG TIN gui 8099\.$/),
    });
  });

  it('apologises, for a dossier that is late, and spares a journey for nothing', () => {
    expect(reads('delayed')).toBe(
      'UBND xa Dinh Yen: Ho so H20.12-260302-0001 chua co ket qua nhu da hen, dang o UBND xa Tan Hong. Xin loi Ong/Ba, hen lai 17:00 ngay 09/03/2026 tai Trung tam PVHCC xa Dinh Yen. Truoc gio do Ong/Ba khong phai den. Can hoi xin goi 02773851234.',
    );
  });

  it('has the same in English, with the hour as English has it', () => {
    expect(reads('supplement', 'en')).toBe(
      'UBND xa Dinh Yen: Dossier H20.12-260302-0001 lacks papers. Please bring what the request slip lists before 17:00 on 05/03/2026 to Trung tam PVHCC xa Dinh Yen, with your receipt. Questions: call 02773851234.',
    );
  });

  it.each(smsPurposes.filter((purpose) => purpose.endsWith('-online')))(
    '%s sends whoever filed online to no slip and no counter where it was handed in',
    (purpose) => {
      const words =
        JSON.stringify(smsTemplateFor(purpose).pieces) +
        JSON.stringify(smsTemplateFor(purpose, { shortly: true }).pieces);
      expect(words).not.toMatch(/phieu|giay hen|noi nop|noi nhan|slip|receipt|counter/i);
    },
  );

  it.each(Object.entries(statuses))('answers how a dossier stands: %s', (_, { words: { vi, en } }) => {
    const answers = languages.map((language) =>
      render(smsTemplateFor('answer-status'), language, { ...values, status: { vi, en }[language] }),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  });
});
