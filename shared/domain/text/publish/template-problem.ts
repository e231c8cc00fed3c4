import * as z from 'zod';
import { SmsLanguage } from '../sms-template.ts';

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
    'field-left-out',
    'ambiguous-words',
  ]),
  language: SmsLanguage.optional(),
  field: z.string().optional(),
  detail: z.string().optional(),
});
export type TemplateProblem = z.infer<typeof TemplateProblem>;

/** Each problem as a sentence for whoever wrote the draft. */
const sentences: Record<TemplateProblem['problem'], string> = {
  'broken-brackets': 'A double bracket is left over',
  'unknown-field': 'There is no such field for this purpose',
  'unused-field': 'No body uses this field',
  'flag-shown': 'A flag switches words on and is never shown itself',
  'fields-differ': 'The other language uses this field and this one does not',
  'field-touches-text': 'A field stands right beside a letter, a dot or another field',
  'lost-characters': 'These characters cannot be sent',
  'costly-characters': 'These characters cost two units each',
  link: 'A text holds no links and nothing that looks like one',
  empty: 'There are no words',
  'too-many-flags': 'Too many conditions to check every combination',
  'too-many-parts': 'With the longest values it costs more parts than allowed',
  'example-refused': 'The example is no value of its own field',
  'unknown-parameter': 'A gateway is to be given a field that there is not',
  'parameter-missing': 'A gateway is not given a field that citizens are to read',
  'field-left-out': 'Citizens must learn this, so both bodies need it',
  'ambiguous-words': 'Chữ này không có dấu thì đọc được hai cách',
};

/** The problem in a sentence, with what it is about. */
export const wordsOfTemplateProblem = ({ problem, detail }: TemplateProblem): string =>
  detail === undefined ? sentences[problem] : `${sentences[problem]}: ${detail}`;
