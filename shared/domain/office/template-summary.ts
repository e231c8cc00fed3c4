import * as z from 'zod';
import { Instant } from '../values/instant.ts';
import { newestOf, type OwnDraft, type OwnTemplate, templateOf } from '../text/publish/own-template.ts';
import { SmsMeasure } from '../text/parts.ts';
import type { SmsLanguage, SmsTemplate } from '../text/sms-template.ts';
import { type SmsPurpose, smsPurposes, smsTextOf } from '../text/texts/all.ts';
import { draftOf } from '../text/texts/fields.ts';
import { render } from '../text/render.ts';
import type { WardSettings } from './ward-settings.ts';

const InBothLanguages = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ vi: schema, en: schema });

/** What a text costs and looks like: at worst, and with the values its fields give as examples. */
export const TemplateCost = z.strictObject({
  worst: InBothLanguages(SmsMeasure),
  example: InBothLanguages(z.strictObject({ text: z.string(), parts: z.int() })),
});
export type TemplateCost = z.infer<typeof TemplateCost>;

/** One text that a ward says, as officers look at it. */
export const TemplateSummary = TemplateCost.extend({
  key: z.enum(smsPurposes),
  version: z.int(),
  own: z.boolean().describe('Whether the ward wrote it; version 1 is ours'),
  accents: z.boolean(),
  maxParts: z.int(),
  fields: z.array(z.strictObject({ name: z.string(), required: z.boolean(), maxLength: z.int() })),
  bodies: InBothLanguages(z.string()).optional().describe('As the ward wrote them'),
  publishedAt: Instant.optional(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

/** How many drafts one request may bring: every text twice. */
const draftsAtOnce = 2 * smsPurposes.length;

/** The body of `POST /v1/templates`; each draft is judged by itself, so one bad one never stops the rest. */
export const PublishRequest = z.strictObject({ templates: z.array(z.unknown()).min(1).max(draftsAtOnce) });

const exampleIn = (template: SmsTemplate, language: SmsLanguage): { text: string; parts: number } => {
  const values = Object.fromEntries(template.fields.map(({ name, example }) => [name, example]));
  const rendering = render(template, language, values);
  // Publishing refuses a template whose examples are no values.
  return rendering.ok ? { text: rendering.text, parts: rendering.parts } : { text: '', parts: 0 };
};

/** What a template costs, worst case first, and how it reads. */
export const costOf = (template: SmsTemplate): TemplateCost => ({
  worst: template.worst,
  example: { vi: exampleIn(template, 'vi'), en: exampleIn(template, 'en') },
});

const summaryOf = (key: SmsPurpose, template: SmsTemplate | OwnTemplate): TemplateSummary => ({
  key,
  version: template.version,
  own: 'bodies' in template,
  accents: template.accents,
  maxParts: template.maxParts,
  ...costOf(template),
  fields: template.fields.map(({ name, required, maxLength }) => ({ name, required, maxLength })),
  ...('bodies' in template && { bodies: template.bodies, publishedAt: template.publishedAt }),
});

/** The words of a text as the office says it today, with the names of fields in their places. */
export const bodiesSaid = (
  published: readonly OwnTemplate[],
  key: SmsPurpose,
  { accents, shortTexts }: Pick<WardSettings, 'accents' | 'shortTexts'>,
): OwnDraft['bodies'] =>
  newestOf(published, key)?.bodies ??
  draftOf(key, smsTextOf(key), { shortly: shortTexts || accents[key] === true }).bodies;

/** Every text there is, as this ward says it today. */
export const textsSaid = (
  published: readonly OwnTemplate[],
  { accents, shortTexts }: Pick<WardSettings, 'accents' | 'shortTexts'>,
): TemplateSummary[] =>
  smsPurposes.map((key) =>
    summaryOf(key, templateOf(published, key, { accents: accents[key], shortly: shortTexts })),
  );
