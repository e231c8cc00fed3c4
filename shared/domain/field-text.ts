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
const doubled = 4;
const digit = 8;

/** What an ASCII character asks for: a clean-up, a look for links (`www` and `http` by their doubled letter). */
const traits = new Uint8Array(128);
traits.fill(odd, 0, 0x20);
const mark = (characters: string, as: number): void => {
  for (const character of characters) traits[character.charCodeAt(0)] = as;
};
mark('[]{}|\\^~`\x7f', odd);
mark('./', linkish);
mark('wWtT', doubled);
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
const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/;
const phoneNumber = /(?<!\d)(?:\d{9,}|(?:\+?84|0)(?:[ .]?\d){8,10}(?!\d))/;

/** Free words for a message: no link, no phone number, no line break; an unaccented template gets plain ASCII. */
export function readWords(raw: string, accents: boolean): FieldReading {
  const seen = look(raw);
  if ((seen & odd) === 0) return inspect(raw, seen, 0);
  const trimmed = raw.trim();
  if (lineBreak.test(trimmed)) return { why: 'line-break' };
  const { text, lost } = accents ? composed(trimmed) : toAscii(trimmed);
  const clean = text
    .replace(/[[\]{}|\\^~€]/g, (character) => cheaper[character] as string)
    .replace(/ {2,}/g, ' ')
    .trim();
  return inspect(clean, linkish | digit, lost);
}

function inspect(words: string, seen: number, lost: number): FieldReading {
  const text = (seen & linkish) === 0 ? words : spaceAbbreviations(words);
  if ((seen & linkish) !== 0 && hasLink(text)) return { why: 'link' };
  return (seen & digit) !== 0 && phoneNumber.test(text) ? { why: 'phone-number' } : { text, lost };
}

/** One pass over a value; an ordinary one, which is nearly every one, needs nothing more. */
function look(raw: string): number {
  let seen = 0;
  let digits = 0;
  let before = 0x20;
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code > 0x7f || (code === 0x20 && before === 0x20)) return odd;
    const trait = traits[code] as number;
    if (trait === doubled) {
      if ((code | 0x20) === (before | 0x20)) seen |= linkish;
    } else if (trait === digit) digits += 1;
    else seen |= trait;
    before = code;
  }
  if (before === 0x20) return odd;
  return digits >= 9 ? seen | digit : seen;
}
