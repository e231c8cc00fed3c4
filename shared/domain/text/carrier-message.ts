import type { SmsMeasure } from './parts.ts';

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

/** The message's template at one carrier, if it has one there. */
export const registeredWith = (
  carrier: string,
  { provider }: CarrierMessage,
): RegisteredTemplate | undefined =>
  provider !== undefined && Object.hasOwn(provider, carrier) ? provider[carrier] : undefined;
