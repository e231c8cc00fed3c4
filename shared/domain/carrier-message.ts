import type * as z from 'zod';
import type { SmsMeasure } from './sms-parts.ts';
import type { GatewayTemplate } from './sms-template.ts';

/**
 * What a carrier gets: one text for one phone, and what the text was made of. Shaped after End User Messaging v2, the
 * richest of the interfaces: some gateways take no free text but a template registered with them, and the values for it.
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
  /** The values the text was filled with, by field, as they were written. */
  values?: Readonly<Record<string, string>>;
  /** What the template is called at each gateway, by the carrier's name, and which fields it wants in which order. */
  provider?: Readonly<Record<string, z.infer<typeof GatewayTemplate>>>;
};

/** The template and ordered values of a message at one gateway, or why it cannot go there. */
export type Registered =
  | { ok: true; templateId: string; params: { field: string; value: string }[] }
  | { ok: false; why: 'template-not-registered' | 'template-not-approved' | 'value-missing' };

/** Looks a message up among the templates registered with one gateway. A value that is empty is a value. */
export const registeredWith = (carrier: string, { provider, values = {} }: CarrierMessage): Registered => {
  const registered =
    provider !== undefined && Object.hasOwn(provider, carrier) ? provider[carrier] : undefined;
  if (registered === undefined) return { ok: false, why: 'template-not-registered' };
  if (!registered.approved) return { ok: false, why: 'template-not-approved' };
  const missing = registered.params.some((field) => !Object.hasOwn(values, field));
  if (missing) return { ok: false, why: 'value-missing' };
  const params = registered.params.map((field) => ({ field, value: values[field]! }));
  return { ok: true, templateId: registered.templateId, params };
};
