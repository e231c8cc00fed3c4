import * as z from 'zod';
import { toAscii } from './ascii.ts';
import { SmsMeasure, measureSms } from './parts.ts';
import { SmsLanguage } from './sms-template.ts';
import { smsPurposes, smsTemplateFor } from './texts/all.ts';
import { type RenderedText, render } from './render.ts';

/** Free words, or one of our texts with its fields; Vietnamese unless asked otherwise. */
export const SmsPreviewInput = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({
    template: z.enum(smsPurposes),
    language: SmsLanguage.default('vi'),
    fields: z.record(z.string(), z.unknown()),
  }),
]);
export type SmsPreviewInput = z.input<typeof SmsPreviewInput>;

export const SmsPreview = SmsMeasure.extend({ text: z.string(), lost: z.int().nonnegative() });
export type SmsPreview = z.infer<typeof SmsPreview>;

/**
 * What a phone would show and a carrier would bill. Without accents the words become ASCII; with accents they are
 * composed (NFC) and otherwise left as they are. A template with missing or refused values says which.
 */
export function previewSms(
  input: SmsPreviewInput,
  { accents }: { accents: boolean },
): SmsPreview | Extract<RenderedText, { ok: false }> {
  const asked = SmsPreviewInput.parse(input);
  if ('text' in asked) {
    const { text, lost } = accents ? { text: asked.text.normalize('NFC'), lost: 0 } : toAscii(asked.text);
    return { text, ...measureSms(text), lost };
  }
  const rendering = render(smsTemplateFor(asked.template, { accents }), asked.language, asked.fields);
  if (!rendering.ok) return rendering;
  const { ok: _ok, ...preview } = rendering;
  return SmsPreview.parse(preview);
}
