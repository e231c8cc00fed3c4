import { readFieldValue } from '../../shared/domain/text/field-values.ts';
import { render } from '../../shared/domain/text/render.ts';
import { smsPurposes, smsTemplateFor } from '../../shared/domain/text/texts/all.ts';
import { callScriptFor } from '../../shared/domain/text/texts/call-scripts.ts';
import type { SmsTemplate } from '../../shared/domain/text/sms-template.ts';
import listed from '../../shared/domain/text/publish/ambiguous-words-2026.json' with { type: 'json' };

const said = (template: SmsTemplate, language: 'vi' | 'en' = 'vi') => {
  const rendering = render(
    template,
    language,
    Object.fromEntries(template.fields.map(({ name, example }) => [name, example])),
  );
  if (!rendering.ok) throw new Error(JSON.stringify(rendering));
  return rendering;
};

/** The words with their accents, in the wording that is sent without: no part is counted. */
const accented = (template: SmsTemplate, body: string): string => {
  const values = new Map(
    template.fields.map((field) => {
      const reading = readFieldValue(field, field.example, true);
      return [field.name, 'text' in reading ? reading.text : ''];
    }),
  );
  return body
    .replaceAll(/\(\((\w+)\?\?([^)]*)\)\)/g, (_, name: string, words: string) =>
      values.get(name) === '' ? '' : words,
    )
    .replaceAll(/\(\((\w+)\)\)/g, (_, name: string) => values.get(name) ?? '');
};

/** Where a phone that joins parts badly shows the seam. */
const seam = (text: string): string =>
  text.length > 160 ? `${text.slice(0, 153)}‖${text.slice(153)}` : text;

/** What of the text would read two ways elsewhere, and why not here. */
const misread = (text: string): string => {
  const words = ` ${text.toLowerCase().replaceAll(/[^a-z]+/g, ' ')} `;
  const found = listed.words.filter(({ word }) => words.includes(` ${word} `));
  return found
    .map(({ word, readings, in: phrases = [] }) => {
      const fixed = phrases.filter((phrase) =>
        words.includes(` ${phrase.replaceAll(/[^a-z]+/g, ' ').trim()} `),
      );
      return `\`${word}\` (${readings}): only in “${fixed.join('”, “')}”`;
    })
    .join('; ');
};

/** docs/texts.md as the templates have it. */
export const textsPage = (bodyOf: (purpose: (typeof smsPurposes)[number]) => string): string =>
  [
    '# Every text, as it is sent',
    '',
    'Printed from the templates by `test/docs/texts.test.ts` (`UPDATE_TEXTS=1`). `‖` is where the first part ends. A word of',
    '`ambiguous-words-2026.json` stands only in the phrases named; all others of that list stand in no text.',
    '',
    ...smsPurposes.flatMap((purpose) => {
      const template = smsTemplateFor(purpose);
      const vi = said(template);
      const short = said(smsTemplateFor(purpose, { shortly: true }));
      const script = callScriptFor(purpose);
      const twoWays = misread(vi.text);
      return [
        `## ${purpose}`,
        '',
        `- Có dấu: ${accented(template, bodyOf(purpose))}`,
        `- As sent (${vi.units} units, ${vi.parts} of at most ${template.worst.vi.parts}): \`${seam(vi.text)}\``,
        ...(short.text === vi.text
          ? []
          : [`- Short set (${short.units} units, ${short.parts}): \`${short.text}\``]),
        `- English: \`${seam(said(template, 'en').text)}\``,
        `- Misread: ${twoWays === '' ? 'no word of the list is in it' : twoWays}.`,
        ...(script === undefined ? [] : [`- Đọc qua điện thoại: ${said(script).text}`]),
        '',
      ];
    }),
  ].join('\n');
