/**
 * The short way through a template. Nearly every value is ordinary: letters, digits, single spaces, nothing that could
 * be a link or a phone number. Such values are written straight into the page of the message, each character looked at
 * once, and the page becomes text once.
 */
import { isUp, readFieldValue } from './field-values.ts';
import { copyText, none, type Writer, writersByKind } from './ordinary-values.ts';
import type { SmsLanguage, SmsTemplate, TemplateField } from './sms-template.ts';

/** Written and read again within one call. Published words and their values are four parts long at most. */
const page = Buffer.alloc(2048);
/** Longer values may be ordinary too, once decomposed letters are put together. */
const longestShort = 200;

/**
 * The text of an unaccented message, when all its values are there and can be written without loss; nothing
 * otherwise, and the long way (`template.ts`) says why. Whenever it answers, the long way answers the same.
 */
export function writeOrdinary(
  template: SmsTemplate,
  language: SmsLanguage,
  values: Readonly<Record<string, unknown>>,
): string | undefined {
  if (Object.getPrototypeOf(values) !== Object.prototype) return undefined;
  const steps = stepsOf(template, language);
  let end = 0;
  for (let at = 0; at < steps.length; at += 1) {
    const { words, field, name, write, lead, shows } = steps[at] as Step;
    end = put(words, end);
    if (field === undefined) continue;
    const from = end + lead.length;
    const value = values[name];
    const to = writeValue(field, write, value, from);
    if (to < 0) return undefined;
    if (to === from) continue;
    put(lead, end);
    end = shows === 'value' ? to : from;
  }
  return page.toString('latin1', 0, end);
}

/** Words, then a field with what it brings to the text when it is there: its value behind a lead, or the lead. */
type Step = {
  words: Uint8Array;
  field: TemplateField | undefined;
  name: string;
  write: Writer;
  lead: Uint8Array;
  shows: 'value' | 'lead';
};

const prepared = new WeakMap<SmsTemplate, Readonly<Record<SmsLanguage, readonly Step[]>>>();

function stepsOf(template: SmsTemplate, language: SmsLanguage): readonly Step[] {
  let steps = prepared.get(template);
  if (!steps) {
    steps = { vi: prepare(template, 'vi'), en: prepare(template, 'en') };
    prepared.set(template, steps);
  }
  return steps[language];
}

/** Every field is mentioned in both languages; publishing sees to that. */
function prepare({ fields, pieces }: SmsTemplate, language: SmsLanguage): Step[] {
  const steps: Step[] = [];
  const printed = new Set(
    pieces[language].map((of) => fields[typeof of === 'object' && 'at' in of ? of.at : -1]),
  );
  let words = '';
  const add = (field: TemplateField | undefined, lead: string, shows: Step['shows']): void => {
    const { name = '', kind = 'flag' } = field ?? {};
    const isPrintedToo = shows === 'lead' && printed.has(field);
    steps.push({
      words: Buffer.from(words, 'latin1'),
      field,
      name,
      write: isPrintedToo ? isThere : writersByKind[kind],
      lead: Buffer.from(lead, 'latin1'),
      shows,
    });
    words = '';
  };
  for (const piece of pieces[language]) {
    if (typeof piece === 'string') words += piece;
    else if ('at' in piece) add(fields[piece.at], piece.lead, 'value');
    else add(fields[piece.on], piece.text, 'lead');
  }
  add(undefined, '', 'lead');
  return steps;
}

/** Words that a value switches on need not read it when it is read for its own place. */
const isThere: Writer = (_page, _text, at) => at + 1;

function put(words: Uint8Array, at: number): number {
  for (let of = 0; of < words.length; of += 1) page[at + of] = words[of] as number;
  return at + words.length;
}

/** Where the value ends on the page. */
function writeValue(field: TemplateField, write: Writer, value: unknown, at: number): number {
  if (value === undefined || value === null || value === '') return field.required ? none : at;
  const end = typeof value === 'string' && value.length <= longestShort ? write(page, value, at) : none;
  if (end >= 0) return end - at > field.maxLength ? none : end;
  if (field.kind === 'flag') return isUp(value) ? at + 1 : at;
  const reading = readFieldValue(field, value, false);
  return 'why' in reading || reading.lost > 0 ? none : copyText(page, reading.text, at);
}
