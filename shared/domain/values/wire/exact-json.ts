/** JSON as other people's machines write it. */

/** Digits beyond what a number holds stay the digits that were sent: a rounded id names somebody else's parcel. */
const exactly = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? context!.source
    : value;

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
