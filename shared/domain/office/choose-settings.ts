import * as z from 'zod';
import { toAscii } from '../text/ascii.ts';
import { readFieldValue, readWords, type ValueRefusal } from '../text/field-values.ts';
import { smsFields } from '../text/texts/fields.ts';
import type { Status } from '../dossier/statuses.ts';
import { tells, WardSettings } from './ward-settings.ts';

/** All that an office chooses, but whose choice it is: the credential says that. */
export const SettingsBody = WardSettings.omit({ ward: true });

/** Words that stand in a text message, where accents would make every message dearer. */
const inMessages = ['office', 'returnPlace'] as const satisfies readonly (keyof WardSettings)[];

const withoutAccents = (given: unknown): unknown => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const written = inMessages.flatMap((name) => {
    const value = (given as Record<string, unknown>)[name];
    return typeof value === 'string' ? [[name, toAscii(value).text.trim()]] : [];
  });
  return { ...given, ...Object.fromEntries(written) };
};

const sentences: Record<ValueRefusal, string> = {
  'not-text': 'This is no text',
  empty: 'There are no words',
  'too-long': 'This is longer than any message has room for',
  'line-break': 'A line break cannot stand in a message',
  link: 'A phone would make a link of this; no message holds one',
  'phone-number': 'A phone number belongs into `hotline`',
  'wrong-kind': 'Nobody can ring this',
};

/** The choices that stand in messages, each with why no message could hold it, if none could. */
const inMessage = ({ office, hotline, returnPlace, officeHours }: z.infer<typeof SettingsBody>) => {
  const labels = (['weekly', 'dated'] as const).flatMap((which) =>
    officeHours[which].map(({ label }, at) => ({
      path: ['officeHours', which, at, 'label'],
      reading: readWords(label, false),
    })),
  );
  const fields = Object.entries({ office, hotline, returnPlace }).flatMap(([name, value]) => {
    const rule = smsFields[name as keyof typeof smsFields];
    return value === undefined
      ? []
      : [{ path: [name], reading: readFieldValue({ name, ...rule }, value, false) }];
  });
  return [...fields, ...labels];
};

/** Statuses to be told through Zalo whose text the office does not tell at all: Zalo only carries it. */
const textless = (chosen: z.infer<typeof SettingsBody>) =>
  Object.entries(chosen.tells)
    .filter(([status, by]) => typeof by === 'object' && by.zalo === true && !tells(chosen, status as Status))
    .map(([status]) => ['tells', status, 'zalo']);

/**
 * What a ward office chose. It replaces all earlier choices: what is not given is as we would have it. Accents are
 * taken off the names that stand in messages; anything else that is wrong is named, all at once. A value that no
 * message could hold is refused here, since with it the office would tell its citizens nothing.
 */
export const ChosenSettings = z.preprocess(
  withoutAccents,
  SettingsBody.transform((chosen, context) => {
    for (const { path, reading } of inMessage(chosen)) {
      if ('why' in reading) context.addIssue({ code: 'custom', path, message: sentences[reading.why] });
    }
    for (const path of textless(chosen))
      context.addIssue({
        code: 'custom',
        path,
        message: 'Zalo carries the text of `sms`; tell it by `sms` too',
      });
    return chosen;
  }),
);
