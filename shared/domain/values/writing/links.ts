const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';

/** Every character that a phone or the domain name system (IDNA) reads as the dot of a host name. */
const dot = '[.\\u2024\\u3002\\uff0e\\uff61]';

const link = new RegExp(
  [
    '//|:\\\\\\\\',
    'http',
    'www',
    `[\\p{L}\\p{M}\\p{N}_-]${dot}\\p{L}{2,}(?![\\p{L}\\p{N}])`,
    `(?<![\\d.])${octet}(?:\\.${octet}){3}(?![\\d.])`,
  ].join('|'),
  'iu',
);

/**
 * Whether a phone could turn something in the text into a link. Wider than any list of top-level domains: a dot
 * with letters on both sides is enough. Banks may not send links by SMS since 2025 (State Bank, Circular 50/2024);
 * no such rule for offices is known, and we hold to the same, so that nobody learns to trust a link in our name.
 */
export const hasLink = (text: string): boolean => link.test(text);

/** `P.Ba Dinh` and `TP.HCM` would look like host names to a phone; people write them so, so they get a space. */
const abbreviation = /(?<![\p{L}\p{N}.])(P|Q|X|H|T|Đ|D|TP|TX|TT|KP|TDP)\.(?=\p{Lu})/giu;

/** The text with a space behind the usual abbreviations of place names. */
export const spaceAbbreviations = (text: string): string => text.replace(abbreviation, '$1. ');
