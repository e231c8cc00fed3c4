import { publishTemplate } from '../publish/publish-template.ts';
import type { SmsTemplate } from '../sms-template.ts';
import { draftOf, type SmsText } from './fields.ts';
import { answerTexts } from './answers.ts';
import { dossierTexts } from './dossier.ts';
import { homeTexts } from './home.ts';
import { onlineTexts } from './online.ts';
import { postTexts } from './post.ts';
import { togetherTexts } from './together.ts';
import { readyTexts } from './ready.ts';
import type { StatusText } from '../../dossier/statuses.ts';

const texts = {
  ...dossierTexts,
  ...onlineTexts,
  ...readyTexts,
  ...togetherTexts,
  ...postTexts,
  ...homeTexts,
  ...answerTexts,
} satisfies Record<StatusText, SmsText> & Record<string, SmsText>;

/** Everything there is to say by SMS. Birth, marriage and death are not in it, and never will be. */
export type SmsPurpose = keyof typeof texts;

export const smsPurposes = Object.keys(texts) as SmsPurpose[];

/** How our own text is worded: with accents it costs up to three parts and says it shortly, shortly it costs one. */
export type TextStyle = { accents?: boolean | undefined; shortly?: boolean | undefined };

export const smsTextOf = (purpose: SmsPurpose): SmsText => texts[purpose];

const publish = (purpose: SmsPurpose, { accents = false, shortly = false }: TextStyle): SmsTemplate => {
  const draft = draftOf(purpose, texts[purpose], { shortly: shortly || accents });
  const published = publishTemplate(accents ? { ...draft, accents, maxParts: 3 } : draft);
  if (!published.ok) throw new Error(`SMS text ${purpose}: ${JSON.stringify(published.problems)}`);
  return published.template;
};

/** Published when first spoken: a function says few of them, and each cold start would pay for all. */
const spoken = new Map<string, SmsTemplate>();

/**
 * Version 1 of our own text for a purpose, in Vietnamese and English; a ward may publish later versions of its own.
 */
export function smsTemplateFor(purpose: SmsPurpose, wording: TextStyle = {}): SmsTemplate {
  const name = `${purpose} ${wording.accents === true} ${wording.shortly === true}`;
  const template = spoken.get(name) ?? publish(purpose, wording);
  spoken.set(name, template);
  return template;
}
