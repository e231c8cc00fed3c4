import { toAscii } from './ascii.ts';
import { hasLink, spaceAbbreviations } from './links.ts';
import { composed } from './unicode-text.ts';

/** Why a value may not go into a message. */
export type ValueRefusal =
  | 'not-text'
  | 'empty'
  | 'too-long'
  | 'line-break'
  | 'link'
  | 'phone-number'
  | 'wrong-kind';

/** A value as it is sent, with the number of characters that were left out of it. */
export type FieldReading = { readonly text: string; readonly lost: number } | { readonly why: ValueRefusal };

/** These cost two units each in GSM-7, and gateways often mangle them. */
const cheaper: Readonly<Record<string, string>> = {
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '|': '/',
  '\\': '/',
  '~': '-',
  '^': '',
  '€': 'EUR',
};
const phoneNumber = /(?<!\d)(?:\d{9,}|(?:\+?84|0)(?:[ ._()-]{0,3}\d){8,10}(?!\d))/;

/** Free words for a message: no link, no phone number, no line break; an unaccented template gets plain ASCII. */
export function readWords(raw: string, accents: boolean): FieldReading {
  const { text, lost } = accents ? composed(raw) : toAscii(raw);
  const trimmed = text.trim();
  if (trimmed.includes('\n')) return { why: 'line-break' };
  const tidy = trimmed
    .replace(/[[\]{}|\\^~€]/g, (character) => cheaper[character] as string)
    .replace(/ {2,}/g, ' ')
    .trim();
  const words = spaceAbbreviations(tidy);
  if (hasLink(words)) return { why: 'link' };
  return phoneNumber.test(words) ? { why: 'phone-number' } : { text: words, lost };
}
