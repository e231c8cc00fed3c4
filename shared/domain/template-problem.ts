import * as z from 'zod';
import { SmsLanguage } from './sms-template.ts';

/** What an officer has to mend before a template can be used; `language`, `field` and `detail` say where. */
export const TemplateProblem = z.object({
  problem: z.enum([
    'broken-brackets',
    'unknown-field',
    'unused-field',
    'flag-shown',
    'fields-differ',
    'field-touches-text',
    'lost-characters',
    'costly-characters',
    'link',
    'empty',
    'too-many-flags',
    'too-many-parts',
    'example-refused',
    'unknown-parameter',
    'parameter-missing',
  ]),
  language: SmsLanguage.optional(),
  field: z.string().optional(),
  detail: z.string().optional(),
});
export type TemplateProblem = z.infer<typeof TemplateProblem>;
