import { asciiTable, several, severalFor, silent, unmapped } from './ascii-table.ts';

/** A text in plain ASCII, and how many characters found no counterpart there and were left out. */
export type Ascii = { readonly text: string; readonly lost: number };

/**
 * Writes Vietnamese without its accents, in one pass: `Hồ sơ đã được tiếp nhận` → `Ho so da duoc tiep nhan`,
 * composed or decomposed alike. Quotes, dashes, spaces and other typography become what a keyboard writes; what
 * nobody sees is dropped; line breaks stay. The answer is always within the GSM 7-bit alphabet (3GPP TS 23.038).
 * `lost` counts what could not be written, such as emoji and other scripts, one for each character.
 *
 * No accent is ever replaced by a nearer GSM letter: `từ` (from) would become `tù` (prison).
 */
export function toAscii(text: string): Ascii {
  const { length } = text;
  let at = 0;
  while (at < length && asciiTable[text.charCodeAt(at)] === text.charCodeAt(at)) at += 1;
  return at === length ? { text, lost: 0 } : rewritten(text);
}

function rewritten(text: string): Ascii {
  let ascii = '';
  let lost = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const as = asciiTable[code] as number;
    if (as < silent) ascii += String.fromCharCode(as);
    else if (as === several) ascii += severalFor.get(code) as string;
    else if (as === unmapped) {
      lost += 1;
      if (isPair(code, text.charCodeAt(at + 1))) at += 1;
    }
  }
  return { text: ascii, lost };
}

const isPair = (high: number, low: number): boolean =>
  (high & 0xfc00) === 0xd800 && (low & 0xfc00) === 0xdc00;
