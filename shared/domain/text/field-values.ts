/**
 * Reads the values that come from outside for a message: words, and codes, days, moments, sums and numbers, each written
 * one way. What is no such value, or could become a link or a phone number, is refused and the reason named.
 */
import { toAscii } from './ascii.ts';
import { hasLink, spaceAbbreviations } from '../values/writing/links.ts';
import { digitsOf } from '../phone/digits.ts';
import type { FieldKind, SmsLanguage, TemplateField } from './sms-template.ts';
import { composed } from '../values/writing/unicode-text.ts';

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

const zone = 7 * 3_600_000;

/** A day as people write it: `2026-03-05` → `05/03/2026`. */
const writeDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** Between an hour and its day; without a word there it reads as a timetable, not as a sentence. */
const ofTheDay = (accents: boolean, language: SmsLanguage): string =>
  language === 'en' ? 'on' : accents ? 'ngày' : 'ngay';

/** A moment as it is read in Viet Nam (+07:00 all year): `17:00 05/03/2026`. Takes any RFC 3339 text with an offset. */
function writeTime(instant: string): string {
  const local = new Date(Date.parse(instant) + zone).toISOString();
  return `${local.slice(11, 16)} ${writeDay(local)}`;
}

/** Whole VND with dots: `50000` → `50.000`. */
const writeMoney = (vnd: number): string => String(vnd).replace(/\B(?=(?:\d{3})+$)/g, '.');

type Written = Exclude<FieldKind, 'text' | 'flag'>;

/** How a value of each kind looks in a message. */
const shapes: Readonly<Record<Written, RegExp>> = {
  code: /^[A-Z0-9][A-Z0-9./_-]*$/i,
  date: /^\d{1,2}\/\d{1,2}(?:\/\d{4})?$/,
  time: /^\d{1,2}:\d{2}(?: (?:ngày |ngay |on )?\d{1,2}\/\d{1,2}(?:\/\d{4})?)?$/,
  money: /^\d{1,3}(?:\.\d{3}){0,3}$/,
  number: /^-?\d+(?:[.,]\d+)?$/,
  phone: /^\+?\d{3,12}$/,
};

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:\d{2})$/;
const plainMoney = /^(\d{1,12}|\d{1,3}(?:[.,]\d{3}){1,3})\s*(?:d|đ|₫|vnd|dong|đồng)?$/i;

/** Other ways to write a value, brought into the shape of its kind; whatever is not understood stays as it is. */
const rewritten: Readonly<Record<Written, (text: string) => string>> = {
  code: (text) => toAscii(text).text.trim(),
  date: (text) => (isoDay.test(text) ? writeDay(text) : text),
  time: (text) => (isoInstant.test(text) && !Number.isNaN(Date.parse(text)) ? writeTime(text) : text),
  money: (text) => {
    const digits = plainMoney.exec(text.trim())?.[1]?.replace(/\D/g, '');
    return digits === undefined ? text : writeMoney(Number(digits));
  },
  number: (text) => text.trim(),
  phone: (text) => {
    const read = digitsOf(text);
    return typeof read === 'string' ? text : `${read.plus ? '+' : ''}${read.digits}`;
  },
};

/** Longer than any field decomposed, with spaces to spare; nobody's megabyte is read through. */
const longestGiven = 1000;

/**
 * Reads one untrusted value for a template. Whatever comes back holds no link, no line break and nothing unseen,
 * and is at most `maxLength` units long; in an unaccented template it is ASCII of one unit for each character.
 */
export function readFieldValue(
  field: TemplateField,
  raw: unknown,
  accents: boolean,
  language: SmsLanguage = 'vi',
): FieldReading {
  if (typeof raw !== 'string' && !Number.isFinite(raw)) return { why: 'not-text' };
  const given = typeof raw === 'string' ? raw : String(raw);
  if (given.length > longestGiven) return { why: 'too-long' };
  const reading =
    field.kind === 'text' || field.kind === 'flag'
      ? readWords(given, accents)
      : readWritten(field.kind, given, ofTheDay(accents, language));
  if ('why' in reading) return reading;
  if (reading.text === '') return { why: 'empty' };
  return reading.text.length > field.maxLength ? { why: 'too-long' } : reading;
}

function readWritten(kind: Written, given: string, joint: string): FieldReading {
  const shape = shapes[kind];
  const fits = shape.test(given);
  const read = fits ? given : rewritten[kind](given);
  if (!fits && !shape.test(read)) return { why: 'wrong-kind' };
  const text = kind === 'time' ? read.replace(/ (?:\p{L}+ )?/u, ` ${joint} `) : read;
  return kind === 'code' && hasLink(text) ? { why: 'link' } : { text, lost: 0 };
}

const yes = new Set(['yes', 'y', 'true', 't', '1', 'include', 'show', 'co', 'có']);

/** Whether a flag is up: `true`, or a word for yes. */
export const isUp = (raw: unknown): boolean =>
  raw === true || (typeof raw === 'string' && yes.has(raw.trim().toLowerCase()));
