import { readFieldValue } from './field-values.ts';
import type { SmsTemplate } from './sms-template.ts';

/**
 * What a gateway with registered templates is given instead of the text: its own template id, and the values as the
 * citizen reads them, in its order; an absent optional value is empty. Undefined when the gateway has no such
 * template, has not approved it, or a value is refused (`renderTemplate` says which).
 */
export function gatewayParameters(
  template: SmsTemplate,
  gateway: string,
  values: Readonly<Record<string, unknown>>,
): { templateId: string; params: string[] } | undefined {
  const registered = template.provider?.[gateway];
  if (!registered?.approved) return undefined;
  const params: string[] = [];
  for (const name of registered.params) {
    const field = template.fields.find((one) => one.name === name);
    const raw = Object.hasOwn(values, name) ? values[name] : undefined;
    const absent = raw === undefined || raw === null || raw === '';
    if (!field || (absent && field.required)) return undefined;
    const reading = absent ? { text: '' } : readFieldValue(field, raw, template.accents);
    if ('why' in reading) return undefined;
    params.push(reading.text);
  }
  return { templateId: registered.templateId, params };
}
