import { publishTemplate } from '../../shared/domain/publish-template.ts';
import type { FieldRule, SmsTemplate, TemplateDraft } from '../../shared/domain/sms-template.ts';

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
