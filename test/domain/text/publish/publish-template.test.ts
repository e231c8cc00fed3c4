import { describe, expect, it } from 'vitest';
import { publishTemplate } from '../../../../shared/domain/text/publish/publish-template.ts';
import { SmsTemplate, type TemplateDraft } from '../../../../shared/domain/text/sms-template.ts';
import { aCodeField, aDraft, aField, aTemplate } from '../../../support/builders/sms-template.ts';

const inVietnamese = (vi: string, difference: Partial<TemplateDraft> = {}): unknown => {
  const published = publishTemplate(aDraft({ bodies: { vi, en: vi }, ...difference }));
  return published.ok ? 'published' : published.problems;
};
const one = { office: aField() };

describe('a published template', () => {
  it('has its words in the characters that are sent, and its price at worst', () => {
    const template = aTemplate();
    expect(template.pieces.vi).toEqual([
      { at: 0, lead: '' },
      ': Ho so ',
      { at: 1, lead: '' },
      ' da co ket qua.',
    ]);
    expect(template.worst.vi).toEqual({ encoding: 'GSM-7', units: 67, parts: 1 });
    expect(SmsTemplate.parse(JSON.parse(JSON.stringify(template)))).toEqual(template);
  });

  it('keeps accents when the ward pays for them, composed', () => {
    const template = aTemplate({
      accents: true,
      maxParts: 2,
      bodies: { vi: '((office)): hồ sơ ((code)) xong'.normalize('NFD'), en: '((office)) ((code))' },
    });
    expect(template.pieces.vi[1]).toBe(': hồ sơ ');
    expect(template.worst.vi).toEqual({ encoding: 'UCS-2', units: 57, parts: 1 });
  });

  it('takes the space before an optional field along when there is nothing to say', () => {
    const fields = { office: aField(), place: aField({ required: false }) };
    const both = '((office)): moi den ((place)).';
    expect(aTemplate({ bodies: { vi: both, en: both }, fields }).pieces.vi).toEqual([
      { at: 0, lead: '' },
      ': moi den',
      { at: 1, lead: ' ' },
      '.',
    ]);
  });

  it('reads the field in round brackets when there are three', () => {
    expect(inVietnamese('Tin (((office)))', { fields: one })).toBe('published');
  });
});

describe('a draft is sent back with everything that is wrong with it', () => {
  it.each([
    ['a field nobody declared', '((office)) ((name))', 'unknown-field'],
    ['a field nobody uses', 'Tin cua phuong', 'unused-field'],
    ['a bracket left open', '((office)) ((', 'broken-brackets'],
    ['a condition in a condition', '((office)) ((office??a ((office))))', 'broken-brackets'],
    ['a link', '((office)): xem dinhyen.gov.vn', 'link'],
    ['a link with a scheme', '((office)): http://x', 'link'],
    ['a link across a condition', '((office)): dinhyen((office??.gov.vn))', 'link'],
    ['a field that could become a host', '((office)): www.((office)).vn', 'field-touches-text'],
    ['two fields side by side', '((office))((office))', 'field-touches-text'],
    ['a field beside a letter', 'Kinh gui x((office))', 'field-touches-text'],
    ['a field before a dot and a letter', '((office)).vn', 'field-touches-text'],
    ['a bracket that costs double', '((office)) [a]', 'costly-characters'],
    ['a euro sign', '((office)) 5€', 'costly-characters'],
    ['a face', '((office)) 🎉', 'lost-characters'],
    ['another script', '((office)) 越', 'lost-characters'],
    ['nothing at all', '  ', 'empty'],
    ['more parts than allowed', `((office)) ${'a'.repeat(140)}`, 'too-many-parts'],
  ])('%s', (_, body, problem) => {
    expect(inVietnamese(body, { fields: one })).toContainEqual(expect.objectContaining({ problem }));
  });

  it('is let through with one unit less', () => {
    expect(inVietnamese(`((office)) ${'a'.repeat(139)}`, { fields: one })).toBe('published');
  });

  it('names the language that forgot a field', () => {
    const draft = aDraft({ bodies: { vi: '((office)) ((code))', en: '((office))' } });
    expect(publishTemplate(draft)).toEqual({
      ok: false,
      problems: [{ problem: 'fields-differ', language: 'en', field: 'code' }],
    });
  });

  it('needs an example that could be sent', () => {
    const fields = { office: aField({ example: 'xem evil.vn' }) };
    expect(inVietnamese('((office))', { fields })).toEqual([
      { problem: 'example-refused', field: 'office', detail: 'link' },
    ]);
  });

  it('never shows a flag', () => {
    const fields = { office: aField(), elderly: aField({ kind: 'flag', maxLength: 0, required: false }) };
    expect(inVietnamese('((office)) ((elderly)) ((elderly?? tai nha))', { fields })).toContainEqual({
      problem: 'flag-shown',
      field: 'elderly',
    });
  });

  it('has no more flags than can be looked at together', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const fields = Object.fromEntries(names.map((name) => [name, aField({ kind: 'flag', required: false })]));
    expect(inVietnamese(names.map((name) => `((${name}??x))`).join(' '), { fields })).toContainEqual(
      expect.objectContaining({ problem: 'too-many-flags' }),
    );
  });

  it('gives a gateway every value in its own order', () => {
    const provider = { vnpt: { templateId: '77', params: ['code', 'name'], approved: true } };
    expect(publishTemplate(aDraft({ provider }))).toEqual({
      ok: false,
      problems: [
        { problem: 'unknown-parameter', field: 'name', detail: 'vnpt' },
        { problem: 'parameter-missing', field: 'office', detail: 'vnpt' },
      ],
    });
  });

  it('lists all problems at once', () => {
    const draft = aDraft({
      bodies: { vi: '((office)) ((x)) http://a', en: '[((office))]' },
      fields: { office: aField(), code: aCodeField() },
    });
    const published = publishTemplate(draft);
    expect(published.ok ? [] : published.problems.map(({ problem }) => problem)).toEqual([
      'unknown-field',
      'link',
      'costly-characters',
      'field-touches-text',
      'fields-differ',
      'unused-field',
    ]);
  });
});
