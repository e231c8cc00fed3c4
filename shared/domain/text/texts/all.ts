import { publishTemplate } from '../publish/publish-template.ts';
import type { SmsTemplate } from '../sms-template.ts';
import { draftOf, type SmsText } from './fields.ts';
import { answerTexts } from './answers.ts';
import { dossierTexts } from './dossier.ts';
import { homeTexts } from './home.ts';
import { postTexts } from './post.ts';
import { readyTexts } from './ready.ts';
import type { StatusText } from '../../dossier/statuses.ts';

const texts = {
  ...dossierTexts,
  ...readyTexts,
  ...postTexts,
  ...homeTexts,
  ...answerTexts,
} satisfies Record<StatusText, SmsText>;

/** Everything there is to say by SMS. Birth, marriage and death are not in it, and never will be. */
export type SmsPurpose = keyof typeof texts;

export const smsPurposes = Object.keys(texts) as SmsPurpose[];

const publish = (purpose: SmsPurpose, accents: boolean): SmsTemplate => {
  const draft = draftOf(purpose, texts[purpose]);
  const published = publishTemplate(accents ? { ...draft, accents, maxParts: 3 } : draft);
  if (!published.ok) throw new Error(`SMS text ${purpose}: ${JSON.stringify(published.problems)}`);
  return published.template;
};

/** Published when first spoken: a function says few of them, and each cold start would pay for all. */
const plain = new Map<SmsPurpose, SmsTemplate>();
const accented = new Map<SmsPurpose, SmsTemplate>();

/**
 * Version 1 of our own text for a purpose, in Vietnamese and English; a ward may publish later versions of its own.
 * With accents it costs up to three parts instead of one.
 */
export function smsTemplateFor(purpose: SmsPurpose, { accents } = { accents: false }): SmsTemplate {
  const published = accents ? accented : plain;
  const template = published.get(purpose) ?? publish(purpose, accents);
  published.set(purpose, template);
  return template;
}
