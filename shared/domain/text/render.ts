import type { RegisteredTemplate } from './carrier-message.ts';
import { isUp, readFieldValue, type ValueRefusal } from './field-values.ts';
import { type SmsMeasure, measureSms, partsOf } from './parts.ts';
import type { SmsLanguage, SmsTemplate } from './sms-template.ts';

/** A message ready to send, or everything that stands in its way at once. */
export type RenderedText =
  | ({ readonly ok: true; readonly text: string; readonly lost: number } & SmsMeasure)
  | {
      readonly ok: false;
      readonly missing: readonly string[];
      readonly refused: readonly { readonly field: string; readonly why: ValueRefusal }[];
    };

/**
 * Fills a published template. The words were written and measured when it was published, so that only the values
 * are looked at here; they come from outside and are never read as a template. Values without a field are ignored.
 *
 * No values whatever make a link appear or make the message cost more parts than `template.worst` says; what may be
 * spared is said where the message costs no part more for it.
 */
export function render(
  template: SmsTemplate,
  language: SmsLanguage,
  values: Readonly<Record<string, unknown>>,
): RenderedText {
  const sparing = template.fields.filter((field) => field.spared && given(values, field.name) !== undefined);
  if (sparing.length === 0) return filledIn(template, language, values);
  // Whatever may be spared goes before anything that yields.
  const whole = filledIn(template, language, values, { yielding: false });
  const none = Object.fromEntries(sparing.map(({ name }) => [name, undefined]));
  const bare = filledIn(template, language, { ...values, ...none });
  return whole.ok && bare.ok && whole.parts === bare.parts ? whole : bare;
}

function filledIn(
  template: SmsTemplate,
  language: SmsLanguage,
  values: Readonly<Record<string, unknown>>,
  { yielding = true } = {},
): RenderedText {
  const texts: string[] = [];
  const missing: string[] = [];
  const refused: { field: string; why: ValueRefusal }[] = [];
  let lost = 0;
  for (const field of template.fields) {
    const raw = given(values, field.name);
    if (field.kind === 'flag') texts.push(isUp(raw) ? 'up' : '');
    else if (raw === undefined && field.required) missing.push(field.name);
    else if (raw === undefined) texts.push('');
    else {
      const reading = readFieldValue(field, raw, template.accents, language);
      if ('why' in reading) {
        if (reading.why === 'empty' && !field.required) texts.push('');
        else refused.push({ field: field.name, why: reading.why });
      } else {
        texts.push(reading.text);
        lost += reading.lost;
      }
    }
  }
  if (missing.length > 0 || refused.length > 0) return { ok: false, missing, refused };
  return yielding ? fitted(template, language, texts, lost) : measured(template, language, texts, lost);
}

function measured(
  template: SmsTemplate,
  language: SmsLanguage,
  texts: readonly string[],
  lost: number,
): Extract<RenderedText, { ok: true }> {
  const text = joined(template, language, texts);
  return template.accents ? { ok: true, text, ...measureSms(text), lost } : asWritten(text, lost);
}

/** The text with all that it may say; what yields goes, the last first, until it costs no more parts than it may. */
function fitted(
  template: SmsTemplate,
  language: SmsLanguage,
  texts: readonly string[],
  lost: number,
): Extract<RenderedText, { ok: true }> {
  const said = measured(template, language, texts, lost);
  if (said.parts <= template.maxParts) return said;
  const goes = template.fields.findLastIndex(({ yields }, at) => yields === true && texts[at] !== '');
  return goes === -1 ? said : fitted(template, language, texts.with(goes, ''), lost);
}

/** The value of this name; one that is empty is none, and so is what every object inherits. */
const given = (values: Readonly<Record<string, unknown>>, name: string): unknown => {
  const raw = Object.hasOwn(values, name) ? values[name] : undefined;
  return raw === null || raw === '' ? undefined : raw;
};

/** Published words and read values are of one unit a character, so the length is the measure. */
const asWritten = (text: string, lost: number): Extract<RenderedText, { ok: true }> => ({
  ok: true,
  text,
  encoding: 'GSM-7',
  units: text.length,
  parts: partsOf('GSM-7', text.length),
  lost,
});

function joined(template: SmsTemplate, language: SmsLanguage, texts: readonly string[]): string {
  let text = '';
  for (const piece of template.pieces[language]) {
    if (typeof piece === 'string') text += piece;
    else if ('at' in piece) {
      const value = texts[piece.at] as string;
      if (value !== '') text += piece.lead + value;
    } else if (texts[piece.on] !== '') text += piece.text;
  }
  return text;
}

/** The template of one gateway, filled as the citizen reads it; undefined where it is not approved or a value is none. */
const filled = (
  template: SmsTemplate,
  { templateId, params: fields, approved }: NonNullable<SmsTemplate['provider']>[string],
  values: Readonly<Record<string, unknown>>,
): RegisteredTemplate | undefined => {
  if (!approved) return undefined;
  const params: string[] = [];
  for (const name of fields) {
    const field = template.fields.find((one) => one.name === name);
    const raw = given(values, name);
    if (!field || (raw === undefined && field.required)) return undefined;
    const reading = raw === undefined ? { text: '' } : readFieldValue(field, raw, template.accents);
    if ('why' in reading) return undefined;
    params.push(reading.text);
  }
  return { templateId, params, fields };
};

/**
 * What the gateways that have approved a template are given instead of the text, by the carrier's name: their own id of
 * it and its values in their order, an absent optional one empty. A gateway gets nothing for values that are refused
 * (`render` says which).
 */
export const registeredTemplates = (
  template: SmsTemplate,
  values: Readonly<Record<string, unknown>>,
): Record<string, RegisteredTemplate> =>
  Object.fromEntries(
    Object.entries(template.provider ?? {}).flatMap(([gateway, registered]) => {
      const said = filled(template, registered, values);
      return said === undefined ? [] : [[gateway, said]];
    }),
  );
