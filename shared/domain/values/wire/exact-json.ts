/** JSON as other people's machines write it. */
import { seenText } from '../writing/clean-text.ts';

/** The same with names as a reader sees them; most have them already, and the first of two that look alike counts. */
const withSeenNames = (value: object): object => {
  if (Object.keys(value).every((name) => name === seenText(name))) return value;
  const named = new Map<string, unknown>();
  for (const [name, part] of Object.entries(value))
    if (!named.has(seenText(name))) named.set(seenText(name), part);
  return Object.fromEntries(named);
};

/**
 * Digits beyond what a number holds stay the digits that were sent: a rounded id names somebody else's parcel. Texts are
 * without what no reader sees, the names of fields too.
 */
const exactly = (_key: string, value: unknown, context?: { source?: string }): unknown => {
  if (typeof value === 'string') return seenText(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return withSeenNames(value);
  const isRounded =
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '');
  return isRounded ? context!.source : value;
};

/** The value of a JSON text, a byte order mark before it or not; throws a SyntaxError when it is none. */
export const exactJson = (text: string): unknown =>
  JSON.parse(text.replace(/^\uFEFF/, ''), exactly) as unknown;

/** The same where what is no JSON is an answer too: undefined then. */
export const jsonOf = (text: string): unknown => {
  try {
    return exactJson(text);
  } catch {
    return undefined;
  }
};
