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

const odd = 1;
const linkish = 2;
const numeric = 4;

const unusual = 1;
const space = 2;
const dot = 3;
const doubling = 4;
const digit = 5;

/** What an ASCII character makes us look at; most letters, nothing. `www`, `http` and `//` show by a doubled character. */
const traits = new Uint8Array(128);
traits.fill(unusual, 0, 0x20);
const mark = (characters: string, as: number): void => {
  for (const character of characters) traits[character.charCodeAt(0)] = as;
};
mark('[]{}|\\^~`\x7f', unusual);
mark(' ', space);
mark('.', dot);
mark('wWtT/', doubling);
mark('0123456789', digit);

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
const phoneNumber = /(?<!\d)(?:\d{9,}|(?:\+?84|0)(?:[ .]?\d){8,10}(?!\d))/;

/** Free words for a message: no link, no phone number, no line break; an unaccented template gets plain ASCII. */
export function readWords(raw: string, accents: boolean): FieldReading {
  const seen = look(raw);
  if ((seen & odd) === 0) return inspect(raw, seen, 0);
  const { text, lost } = accents ? composed(raw) : toAscii(raw);
  const again = accents ? odd : look(text);
  if ((again & odd) === 0) return inspect(text, again, lost);
  const trimmed = text.trim();
  if (trimmed.includes('\n')) return { why: 'line-break' };
  const tidy = trimmed
    .replace(/[[\]{}|\\^~€]/g, (character) => cheaper[character] as string)
    .replace(/ {2,}/g, ' ')
    .trim();
  return inspect(tidy, linkish | numeric, lost);
}

function inspect(words: string, seen: number, lost: number): FieldReading {
  const text = (seen & linkish) === 0 ? words : spaceAbbreviations(words);
  if ((seen & linkish) !== 0 && hasLink(text)) return { why: 'link' };
  return (seen & numeric) !== 0 && phoneNumber.test(text) ? { why: 'phone-number' } : { text, lost };
}

/** One pass over a value, to tell what it needs; an ordinary one, which is nearly every one, needs nothing. */
function look(raw: string): number {
  const { length } = raw;
  let seen = 0;
  let digits = 0;
  for (let at = 0; at < length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code > 0x7f) return odd;
    const trait = traits[code] as number;
    if (trait === 0) continue;
    const next = at + 1 < length ? raw.charCodeAt(at + 1) : 0x20;
    if (trait === digit) digits += 1;
    else if (trait === dot) seen |= next === 0x20 ? 0 : linkish;
    else if (trait === doubling) seen |= (next | 0x20) === (code | 0x20) ? linkish : 0;
    else if (trait === unusual || next === 0x20 || at === 0) return odd;
  }
  return digits >= 9 ? seen | numeric : seen;
}
