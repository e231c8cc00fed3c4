/** JSON as other people's machines write it. */
import { seenText } from '../writing/clean-text.ts';

/**
 * Digits beyond what a number holds stay the digits that were sent: a rounded id names somebody else's parcel. Texts are
 * without what no reader sees.
 */
const exactly = (_key: string, value: unknown, context?: { source?: string }): unknown => {
  if (typeof value === 'string') return seenText(value);
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
