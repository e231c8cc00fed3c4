/** `+84912345678` as `84912345678`. */
export const withCountryCode = (e164: string): string => e164.replace(/^\+/, '');

/** `+84912345678` as `0912345678`, the way it is dialled in Viet Nam. */
export const asDialled = (e164: string): string => e164.replace(/^\+84/, '0');

/** Whether a text has characters that flip a gateway from plain ASCII to Unicode; gateways know nothing in between. */
export const isUnicode = (text: string): boolean => /[^\n\r -~]/.test(text);
