import * as z from 'zod';
import { toAscii } from './ascii.ts';
import { WardSettings } from './ward-settings.ts';

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

/**
 * What a ward office chose. It replaces all earlier choices: what is not given is as we would have it. Accents are
 * taken off the names that stand in messages; anything else that is wrong is named, all at once.
 */
export const ChosenSettings = z.preprocess(withoutAccents, SettingsBody);
