/**
 * Writes ordinary values of an unaccented message onto the page. Each writer answers where the value ends, or
 * {@link none} when the value is not in the form that nearly every one has, and then `field-values.ts` reads it. What
 * lies behind the end of a value that was written is as it was.
 *
 * The page, the letters and their traits are constants of this module, which the compiler may count on: passed or
 * imported they make a message cost a sixth more.
 */
import { asciiTable, silent } from './ascii-table.ts';

export const none = -1;

/** Published words and their values are four parts long at most. */
export const roomLength = 2048;
export const rooms = 64;
const page = Buffer.alloc(rooms * roomLength);

/** What a character makes of a value; most of them, nothing. `www`, `http` and `//` show by a doubled character. */
const plain = 0;
const digit = 1;
const space = 2;
const dot = 3;
const doubling = 4;
const unseen = 5;
const unusual = 6;

const traitOf = (character: string): number => {
  if ('[]{}|\\^~`'.includes(character)) return unusual;
  if (character === ' ') return space;
  if (character === '.') return dot;
  if ('wWtT/'.includes(character)) return doubling;
  return /\d/.test(character) ? digit : plain;
};

/** For each UTF-16 code unit the ASCII character that it is written as, and eight bits above that its trait. */
const letters = new Uint16Array(65536).fill(unusual << 8);
for (let code = 0; code < letters.length; code += 1) {
  const as = asciiTable[code] as number;
  if (as === silent) letters[code] = unseen << 8;
  else if (as >= 0x20 && as < 0x7f) letters[code] = (traitOf(String.fromCharCode(as)) << 8) | as;
}

export type Writer = (text: string, at: number) => number;

const phoneNumberDigits = 9;
const blank = 0x20;
const stop = 0x2e;
const slash = 0x2f;

/** Words of single spaces, with no dot inside a word and too few digits for a phone number. */
export const writeText: Writer = (text, at) => {
  let end = at;
  let before = blank;
  let digits = 0;
  for (let of = 0; of < text.length; of += 1) {
    const letter = letters[text.charCodeAt(of)] as number;
    const character = letter & 0xff;
    if (letter === character) {
      if (before === stop) return none;
    } else {
      const trait = letter >> 8;
      if (trait === unseen) continue;
      if (trait === unusual) return none;
      if (before === (trait === space ? blank : stop)) return none;
      if (trait === doubling && (before | 0x20) === (character | 0x20)) return none;
      if (trait === digit && (digits += 1) === phoneNumberDigits) return none;
    }
    page[end] = character;
    end += 1;
    before = character;
  }
  return before === blank ? none : end;
};

/** Letters, digits and what joins them; a letter neither behind a dot nor, like any joint, twice in a row. */
export const writeCode: Writer = (text, at) => {
  let before = 0;
  for (let of = 0; of < text.length; of += 1) {
    const character = text.charCodeAt(of);
    if (!isDigit(character)) {
      if (isLetter(character) ? before === stop : of === 0 || !isJoint(character)) return none;
      if ((before | 0x20) === (character | 0x20)) return none;
    }
    page[at + of] = character;
    before = character;
  }
  return at + text.length;
};

const isDigit = (character: number): boolean => character >= 0x30 && character <= 0x39;
const isLetter = (character: number): boolean => (character | 0x20) >= 0x61 && (character | 0x20) <= 0x7a;
/** `-`, `.`, `/` and `_`. */
const isJoint = (character: number): boolean =>
  (character >= 0x2d && character <= 0x2f) || character === 0x5f;

const zero = 0x30;

/** Digits where the pattern has zeroes, and everything else as the pattern has it. */
const writeLike =
  (pattern: string): Writer =>
  (text, at) => {
    if (text.length !== pattern.length) return none;
    for (let of = 0; of < pattern.length; of += 1) {
      const character = text.charCodeAt(of);
      if (!fits(character, pattern.charCodeAt(of))) return none;
      page[at + of] = character;
    }
    return at + text.length;
  };

const fits = (character: number, wanted: number): boolean =>
  wanted === zero ? isDigit(character) : character === wanted;

export const writeDate = writeLike('00/00/0000');

const writeLocalTime = writeLike('00:00 00/00/0000');
const instant = '0000-00-00T00:00:00.000Z';
/** Where in `HH:mm dd/mm/yyyy` each character of an instant goes; what has no place there, where the hour comes last. */
const placesInTime = [12, 13, 14, 15, 0, 9, 10, 0, 6, 7, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0];

/**
 * A moment as people write it, or an instant in UTC on whose day it is the same day in Viet Nam (+07:00 all year), as
 * in all office hours; days that not every month has are left to the calendar of `field-values.ts`.
 */
export const writeTime: Writer = (text, at) => {
  if (text.length !== instant.length) return writeLocalTime(text, at);
  for (let of = 0; of < instant.length; of += 1) {
    const character = text.charCodeAt(of);
    if (!fits(character, instant.charCodeAt(of))) return none;
    page[at + (placesInTime[of] as number)] = character;
  }
  const hour = twoDigits(text, 11) + 7;
  const [month, day] = [twoDigits(text, 5), twoDigits(text, 8)];
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= 28;
  if (!isReal || hour > 23 || twoDigits(text, 14) > 59 || twoDigits(text, 17) > 59) return none;
  page[at] = zero + Math.trunc(hour / 10);
  page[at + 1] = zero + (hour % 10);
  page[at + 5] = blank;
  page[at + 8] = slash;
  page[at + 11] = slash;
  return at + 16;
};

const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;

/** Three to twelve digits. */
export const writePhone: Writer = (text, at) => {
  if (text.length < 3 || text.length > 12) return none;
  for (let of = 0; of < text.length; of += 1) {
    const character = text.charCodeAt(of);
    if (!isDigit(character)) return none;
    page[at + of] = character;
  }
  return at + text.length;
};

/** ASCII text as it is. */
export const copyText: Writer = (text, at) => {
  for (let of = 0; of < text.length; of += 1) page[at + of] = text.charCodeAt(of);
  return at + text.length;
};

/** The message, when all of it is written. */
export const textBetween = (start: number, end: number): string => page.toString('latin1', start, end);
