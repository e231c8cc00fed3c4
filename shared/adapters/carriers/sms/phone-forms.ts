/** `+84912345678` as `84912345678`. */
export const withCountryCode = (e164: string): string => e164.replace(/^\+/, '');

/** Whether a text has characters that flip a gateway from plain ASCII to Unicode; gateways know nothing in between. */
export const isUnicode = (text: string): boolean => /[^\n\r -~]/.test(text);
