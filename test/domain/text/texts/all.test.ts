import { describe, expect, it } from 'vitest';
import { hasLink } from '../../../../shared/domain/values/writing/links.ts';
import { smsFields } from '../../../../shared/domain/text/texts/fields.ts';
import { smsPurposes, smsTemplateFor } from '../../../../shared/domain/text/texts/all.ts';
import { statuses } from '../../../../shared/domain/dossier/statuses.ts';
import { render } from '../../../../shared/domain/text/render.ts';

const languages = ['vi', 'en'] as const;
const every = smsPurposes.flatMap((purpose) => languages.map((language) => ({ purpose, language })));

/** The longest value of each field, apart from the dossier code: 24 characters, longer than any code of a ward. */
const longest: Readonly<Record<keyof typeof smsFields, string>> = {
  office: 'UBND phường Ngã Bảy.',
  code: '000.00.15.H03-260302-001',
  status: 'x'.repeat(30),
  dueAt: '2026-03-05T17:00:00+07:00',
  newDueAt: '2026-03-09T17:00:00+07:00',
  deadline: '2026-03-12',
  returnPlace: 'Trung tâm Hành chính cũ.',
  decider: 'UBND phường Cao Lãnh',
  postOffice: 'x'.repeat(24),
  pickUp: '07:30-11:30 thứ 2 đến thứ 6.',
  amount: '999.999.999',
  hotline: '02773851234',
  paper: 'your ID card',
  onlyTo: 'the recipient',
  inbox: '19001234567',
  trackingNumber: 'x'.repeat(20),
};

/** What is to be paid and shown at the door is worth a second part where code, office and sum are long. */
const atTheDoor: readonly string[] = [
  'ready-post',
  'ready-home',
  'post-out-for-delivery',
  'home-out-for-delivery',
];

describe('every text is one part of plain ASCII, at its longest', () => {
  it('counted with the longest values there are', () => {
    for (const [name, value] of Object.entries(longest)) {
      const { kind, maxLength } = smsFields[name as keyof typeof smsFields];
      const written =
        { time: 16, code: name === 'code' ? 30 : maxLength, date: 10 }[kind as string] ?? value.length;
      expect([name, written]).toEqual([name, maxLength]);
    }
  });

  it.each(every)('$purpose ($language)', ({ purpose, language }) => {
    const rendering = render(smsTemplateFor(purpose), language, longest);
    expect(rendering).toMatchObject({ ok: true, encoding: 'GSM-7', lost: 0 });
    expect(rendering.ok && rendering.parts).toBeLessThanOrEqual(atTheDoor.includes(purpose) ? 2 : 1);
  });

  it('even with the longest code an agency could have, apart from a result at the counter or at the door', () => {
    const dearer = smsPurposes.filter((purpose) => {
      const { vi, en } = smsTemplateFor(purpose).worst;
      return Math.max(vi.parts, en.parts) > 1;
    });
    expect(dearer).toEqual(['ready-counter', ...atTheDoor]);
  });
});

describe('every text', () => {
  it.each(every)(
    '$purpose ($language) names the office first, and near its end whom to ask',
    ({ purpose, language }) => {
      const rendering = render(smsTemplateFor(purpose), language, longest);
      const text = rendering.ok ? rendering.text : '';
      expect(text).toMatch(/^UBND phuong Nga Bay\.: /);
      expect(text).toMatch(/02773851234(?:\.| de hen nhan\.|\. Xin cam on\.)?$/);
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
      'UBND xa Dinh Yen: Ho so H20.12-260302-0001 da duoc tiep nhan, hen tra 17:00 05/03/2026 tai Bo phan Mot cua. Soan HS hoac NGUNG TIN gui 8099. Hoi: 02773851234',
    );
  });

  it('names neither HS nor NGUNG TIN where there is no number, or where it would cost a part more', () => {
    const without = render(smsTemplateFor('received'), 'vi', { ...values, inbox: undefined });
    const long = { ...values, office: 'UBND phường Ngã Bảy.', returnPlace: 'Trung tâm Hành chính cũ.' };
    const full = render(smsTemplateFor('received'), 'vi', long);
    for (const text of [without, full])
      expect(text).toMatchObject({ parts: 1, text: expect.not.stringMatching(/NGUNG TIN/) });
    expect(render(smsTemplateFor('received'), 'vi', { ...values, hotline: undefined })).toMatchObject({
      parts: 1,
      text: expect.stringMatching(/Mot cua\. Soan HS hoac NGUNG TIN gui 8099\.$/),
    });
  });

  it('apologises, for a dossier that is late', () => {
    expect(reads('delayed')).toBe(
      'UBND xa Dinh Yen: Ho so H20.12-260302-0001 bi cham tai UBND xa Tan Hong, xin loi Ong/Ba va hen lai luc 17:00 09/03/2026. Hoi: 02773851234',
    );
  });

  it('has the same in English', () => {
    expect(reads('supplement', 'en')).toBe(
      'UBND xa Dinh Yen: Dossier H20.12-260302-0001 needs more papers by 12/03/2026. Please see the request slip. Questions: 02773851234',
    );
  });

  it.each(Object.entries(statuses))('answers how a dossier stands: %s', (_, { words: { vi, en } }) => {
    const answers = languages.map((language) =>
      render(smsTemplateFor('answer-status'), language, { ...values, status: { vi, en }[language] }),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  });
});
