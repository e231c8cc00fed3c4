/**
 * The short way through a template. Nearly every value is ordinary: letters, digits, single spaces, nothing that could
 * be a link or a phone number. Such values are written straight into the page of the message, each character looked at
 * once, and the page becomes text once.
 */
import { isUp, readFieldValue } from './field-values.ts';
import {
  copyText,
  none,
  roomLength,
  rooms,
  textBetween,
  type Writer,
  writeCode,
  writeDate,
  writePhone,
  writeText,
  writeTime,
} from './ordinary-values.ts';
import type { FieldKind, SmsLanguage, SmsTemplate, TemplateField } from './sms-template.ts';

/** Longer values may be ordinary too, once decomposed letters are put together. */
const longestShort = 200;
/** Behind every message. */
const aside = roomLength / 2;

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
  const { steps, room } = formOf(template, language);
  const start = room * roomLength;
  if (standing[room] !== steps) forget(steps, 0);
  standing[room] = undefined;
  let end = start;
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] as Step;
    const { words, field, name, write, lead, shows } = step;
    if (step.stands !== end) {
      copyText(words, end);
      step.stands = end;
    }
    end += words.length;
    if (field === undefined) continue;
    const from = shows === 'value' ? end + lead.length : start + aside;
    const value = values[name];
    const short = typeof value === 'string' && value.length <= longestShort ? write(value, from) : none;
    const to = short > from && short - from <= field.maxLength ? short : writeAnyway(field, value, from);
    if (to < 0) return undefined;
    // A writer that gave up may have written behind the value, over the words that stood there.
    if (to !== short && shows === 'value' && typeof value === 'string' && value !== '') forget(steps, at + 1);
    if (to === from) continue;
    copyText(lead, end);
    end = shows === 'value' ? to : end + lead.length;
  }
  standing[room] = steps;
  return textBetween(start, end);
}

const forget = (steps: readonly Step[], from: number): void => {
  for (let at = from; at < steps.length; at += 1) (steps[at] as Step).stands = none;
};

/**
 * Whose words stand in each room of the page. From one message to the next most values are as long as before, and then
 * the words between them stand where they have to: nothing is written behind where a message has got to. Only a
 * message that came to its end leaves its steps here.
 */
const standing = Array.from<readonly Step[] | undefined>({ length: rooms });

type Form = { steps: readonly Step[]; room: number };

/** Words, then a field with what it brings to the text when it is there: its value behind a lead, or the lead. */
type Step = {
  words: string;
  /** Where on the page the words are already. */
  stands: number;
  field: TemplateField | undefined;
  name: string;
  write: Writer;
  lead: string;
  shows: 'value' | 'lead';
};

type Forms = Readonly<Record<SmsLanguage, Form>>;
const prepared = new WeakMap<SmsTemplate, Forms>();

let formsSoFar = 0;
/** Nearly always the next message is filled in the same template. */
let latest: { template: SmsTemplate; forms: Forms } | undefined;

function formOf(template: SmsTemplate, language: SmsLanguage): Form {
  if (latest?.template !== template) {
    let forms = prepared.get(template);
    if (!forms)
      prepared.set(template, (forms = { vi: prepare(template, 'vi'), en: prepare(template, 'en') }));
    latest = { template, forms };
  }
  return latest.forms[language];
}

/** Every field is mentioned in both languages; publishing sees to that. */
function prepare(template: SmsTemplate, language: SmsLanguage): Form {
  const { fields, pieces } = template;
  const steps: Step[] = [];
  const printed = new Set(
    pieces[language].map((of) => fields[typeof of === 'object' && 'at' in of ? of.at : -1]),
  );
  let words = '';
  const add = (field: TemplateField | undefined, lead: string, shows: Step['shows']): void => {
    const { name = '', kind = 'flag' } = field ?? {};
    const isPrintedToo = shows === 'lead' && printed.has(field);
    steps.push({
      words,
      stands: none,
      field,
      name,
      write: isPrintedToo ? isThere : writersByKind[kind],
      lead,
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
  formsSoFar += 1;
  return { steps, room: formsSoFar % rooms };
}

const askOthers: Writer = () => none;

const writersByKind: Readonly<Record<FieldKind, Writer>> = {
  text: writeText,
  code: writeCode,
  time: writeTime,
  date: writeDate,
  phone: writePhone,
  money: askOthers,
  number: askOthers,
  flag: askOthers,
};

/** Words that a value switches on need not read it when it is read for its own place. */
const isThere: Writer = (text, at) => (text === '' ? none : at + 1);

/** Where a value that is not an ordinary one, or none, ends on the page. */
function writeAnyway(field: TemplateField, value: unknown, at: number): number {
  if (value === undefined || value === null || value === '') return field.required ? none : at;
  if (field.kind === 'flag') return isUp(value) ? at + 1 : at;
  const reading = readFieldValue(field, value, false);
  return 'why' in reading || reading.lost > 0 ? none : copyText(reading.text, at);
}
