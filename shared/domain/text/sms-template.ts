import * as z from 'zod';
import { SmsMeasure } from './parts.ts';

export const SmsLanguage = z.enum(['vi', 'en']);
export type SmsLanguage = z.infer<typeof SmsLanguage>;

/**
 * What a field may hold. `code` is a dossier or tracking code, `date` and `time` are a day and a moment of the ward
 * (ISO text is written out as `05/03/2026` and `17:00 ngay 05/03/2026`), `money` is VND, `phone` a number to ring,
 * `flag` is never shown but switches a `((flag??text))` on.
 */
export const FieldKind = z.enum(['text', 'code', 'date', 'time', 'money', 'number', 'phone', 'flag']);
export type FieldKind = z.infer<typeof FieldKind>;

const FieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** `maxLength` counts characters as sent; a longer value is refused, never cut. An absent optional field takes the space before it along. */
export const FieldRule = z.strictObject({
  kind: FieldKind,
  maxLength: z.int().min(0).max(160),
  required: z.boolean(),
  example: z.string(),
  /** Said only where the message costs no part more for it; then its words count for nothing in `worst`. */
  spared: z.boolean().optional(),
  /** Left out, with the words that it switches on, where the text would otherwise cost more parts than it may. */
  yields: z.boolean().optional(),
});
export type FieldRule = z.infer<typeof FieldRule>;

/** A gateway that sends registered templates wants its own id and the values in its own order. */
const GatewayTemplate = z.strictObject({
  templateId: z.string().min(1),
  params: z.array(FieldName),
  approved: z.boolean(),
});

const heading = {
  key: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  version: z.int().positive(),
  accents: z.boolean(),
  maxParts: z.int().min(1).max(4),
  provider: z.record(z.string(), GatewayTemplate).optional(),
};

/** A template as an officer writes it: `((field))` and `((flag??text))`, in Vietnamese and English. */
export const TemplateDraft = z.strictObject({
  ...heading,
  bodies: z.strictObject({ vi: z.string().max(1000), en: z.string().max(1000) }),
  fields: z.record(FieldName, FieldRule),
});
export type TemplateDraft = z.infer<typeof TemplateDraft>;

/** A piece of a body: words, or the value of `fields[at]` behind `lead`, or words that `fields[on]` switches on. */
export const Piece = z.union([
  z.string(),
  z.strictObject({ at: z.int(), lead: z.string() }),
  z.strictObject({ on: z.int(), text: z.string() }),
]);
export type Piece = z.infer<typeof Piece>;

/** A published template: immutable, its words already in the characters that are sent, its price known. */
export const SmsTemplate = z.strictObject({
  ...heading,
  fields: z.array(FieldRule.extend({ name: FieldName })),
  pieces: z.strictObject({ vi: z.array(Piece), en: z.array(Piece) }),
  /** What the longest values cost. No values cost more. */
  worst: z.strictObject({ vi: SmsMeasure, en: SmsMeasure }),
});
export type SmsTemplate = z.infer<typeof SmsTemplate>;

export type TemplateField = SmsTemplate['fields'][number];
