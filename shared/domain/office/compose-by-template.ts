import type { RegisteredTemplate } from '../text/carrier-message.ts';
import { callScriptFor } from '../text/texts/call-scripts.ts';
import { type OwnTemplate, templateOf } from '../text/publish/own-template.ts';
import type { SmsLanguage } from '../text/sms-template.ts';
import type { SmsPurpose } from '../text/texts/all.ts';
import type { Channel } from '../values/ids.ts';
import { registeredTemplates, render } from '../text/render.ts';
import type { WardSettings } from './ward-settings.ts';

/** A text ready to be sent, or the fields that kept it from being said. */
export type ComposedText =
  | {
      ok: true;
      text: string;
      parts: number;
      template: { key: string; version: number };
      provider: Record<string, RegisteredTemplate>;
    }
  | { ok: false; because: string };

/**
 * Says what a message is for in the ward's own words for it, or in ours, filled with these values. Whoever is rung hears
 * it as people speak, with all its accents; in English the clerk reads the message itself.
 */
export const composeByTemplate = (
  { accents, shortTexts }: Pick<WardSettings, 'accents' | 'shortTexts'>,
  templates: readonly OwnTemplate[],
  { purpose, language, channel }: { purpose: SmsPurpose; language: SmsLanguage; channel: Channel },
  values: Readonly<Record<string, unknown>>,
): ComposedText => {
  const script = channel === 'call-list' && language === 'vi' ? callScriptFor(purpose) : undefined;
  const template =
    script ?? templateOf(templates, purpose, { accents: accents[purpose], shortly: shortTexts });
  const said = render(template, language, values);
  if (!said.ok)
    return { ok: false, because: [...said.missing, ...said.refused.map(({ field }) => field)].join(', ') };
  return {
    ok: true,
    text: said.text,
    parts: said.parts,
    template: { key: template.key, version: template.version },
    provider: registeredTemplates(template, values),
  };
};
