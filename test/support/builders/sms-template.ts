import {
  firstOwnVersion,
  OwnDraft,
  type OwnTemplate,
  publishOwn,
} from '../../../shared/domain/text/publish/own-template.ts';
import { publishTemplate } from '../../../shared/domain/text/publish/publish-template.ts';
import type { FieldRule, SmsTemplate, TemplateDraft } from '../../../shared/domain/text/sms-template.ts';
import { now } from './dossiers.ts';

export const aField = (difference: Partial<FieldRule> = {}): FieldRule => ({
  kind: 'text',
  maxLength: 20,
  required: true,
  example: 'UBND xa Dinh Yen',
  ...difference,
});

export const aCodeField = (): FieldRule =>
  aField({ kind: 'code', maxLength: 24, example: 'H20.12-260302-0001' });

export const aDraft = (difference: Partial<TemplateDraft> = {}): TemplateDraft => ({
  key: 'ready',
  version: 1,
  accents: false,
  maxParts: 1,
  bodies: { vi: '((office)): Hồ sơ ((code)) đã có kết quả.', en: '((office)): File ((code)) is ready.' },
  fields: { office: aField(), code: aCodeField() },
  ...difference,
});

/** The published form of a draft that is known to be right. */
export function aTemplate(difference: Partial<TemplateDraft> = {}): SmsTemplate {
  const published = publishTemplate(aDraft(difference));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.template;
}

/** A ward's own words for a result at the counter. */
export const anOwnDraft = (difference: Record<string, unknown> = {}): OwnDraft =>
  OwnDraft.parse({
    key: 'ready-counter',
    maxParts: difference['accents'] === true ? 3 : 1,
    bodies: {
      vi: '((office)): Xin mời đến ((returnPlace)) lấy kết quả ((code)).((hotline?? ĐT)) ((hotline))((hotline??.))',
      en: '((office)): Please come to ((returnPlace)) for ((code)).((hotline?? Tel.)) ((hotline))((hotline??.))',
    },
    ...difference,
  });

/** A ward's own version of a text, published. */
export const anOwnTemplate = (
  difference: Record<string, unknown> = {},
  version = firstOwnVersion,
): OwnTemplate => {
  const published = publishOwn(anOwnDraft(difference), version, now);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.template;
};
