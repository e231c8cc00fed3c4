import { readFieldValue } from './field-values.ts';
import type { SmsMeasure } from './sms-parts.ts';
import type { SmsTemplate } from './sms-template.ts';

/** A template registered with a gateway: its id there, its parameters by name and what they say, in the same order. */
export type RegisteredTemplate = {
  templateId: string;
  fields: readonly string[];
  params: readonly string[];
};

/**
 * What a carrier gets: one text for one phone, and what the text was made of. Shaped after End User Messaging v2, the
 * richest of the interfaces; some gateways take no free text but a template registered with them, and its values.
 *
 * Only phone, text and attempt are always there; a carrier that cannot work without the others refuses the message.
 */
export type CarrierMessage = {
  /** The phone in E.164 form. Each gateway writes phones in its own way. */
  to: string;
  text: string;
  /** The attempt's id: letters, digits and hyphens. Carriers that can give it back do so in their receipts. */
  attempt: string;
  /** The notification's id, for carriers that give back more than one word. */
  notification?: string;
  encoding?: SmsMeasure['encoding'];
  /** How many SMS parts the text takes, as we count them. */
  parts?: number;
  template?: { key: string; version: number };
  /** The approved template of each gateway, by the carrier's name, filled with the same values as the text. */
  provider?: Readonly<Record<string, RegisteredTemplate>>;
};

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
    const raw = Object.hasOwn(values, name) ? values[name] : undefined;
    const absent = raw === undefined || raw === null || raw === '';
    if (!field || (absent && field.required)) return undefined;
    const reading = absent ? { text: '' } : readFieldValue(field, raw, template.accents);
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
      const given = filled(template, registered, values);
      return given === undefined ? [] : [[gateway, given]];
    }),
  );

/** The message's template at one carrier, if it has one there. */
export const registeredWith = (
  carrier: string,
  { provider }: CarrierMessage,
): RegisteredTemplate | undefined =>
  provider !== undefined && Object.hasOwn(provider, carrier) ? provider[carrier] : undefined;
