import * as z from 'zod';
import { digitsOf, extensionIn } from './digits.ts';
import { hasOldAreaCode, isKnownMobile, isSpecial, migratedPrefix } from './ranges.ts';
import { Fate, fateOf } from './test-numbers.ts';

/** Why a text message cannot go to what was written. Each one is something a clerk can tell the citizen. */
export const PhoneRefusal = z.enum([
  'empty',
  'not_text',
  'bad_character',
  'multiple',
  'too_short',
  'too_long',
  'foreign',
  'fixed_line',
  'old_landline',
  'service_number',
  'short_code',
  'special_range',
  'm2m_or_truncated',
  'invalid',
]);
export type PhoneRefusal = z.infer<typeof PhoneRefusal>;

/** A Vietnamese mobile number in E.164: `+84` and nine digits; or a test number, which is nobody's. */
export const E164 = z
  .string()
  .regex(/^\+84(?:[35789]\d{8}|10000000[1-9])$/)
  .brand('E164');
export type E164 = z.infer<typeof E164>;

/**
 * `known` is false for a mobile-looking number in a range the metadata does not list yet: ranges are opened faster
 * than metadata is released, so it is sent to and counted. `migratedFrom` is the dead four-digit prefix of an
 * eleven-digit number from before 2018 (`0121`); the whole old number is never repeated. `plays` is the fate of a test
 * number.
 */
export const PhoneReading = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    e164: E164,
    known: z.boolean(),
    migratedFrom: z.string().optional(),
    plays: Fate.optional(),
  }),
  z.object({ ok: z.literal(false), reason: PhoneRefusal }),
]);
export type PhoneReading = z.infer<typeof PhoneReading>;

const refused = (reason: PhoneRefusal): PhoneReading => ({ ok: false, reason });

const mobile = (national: string): PhoneReading => ({
  ok: true,
  e164: `+84${national}` as E164,
  known: isKnownMobile(national),
});

/**
 * Reads what a form, a clerk or a spreadsheet gave as one Vietnamese mobile number, and never guesses: two numbers in
 * a field are refused rather than the first one taken, letters are refused rather than skipped.
 *
 * A record from before 2017-06-17 needs a second look: 08 3829 1234 was a landline in Ho Chi Minh City, and the same
 * ten digits are a mobile number today.
 */
export function readPhone(raw: unknown): PhoneReading {
  if (typeof raw !== 'string') return refused('not_text');
  const written = digitsOf(raw);
  if (typeof written === 'string') return readExtended(raw) ?? refused(written);
  const { digits } = written;
  if (written.plus) return readInternational(digits);
  if (digits.startsWith('00')) return readInternational(digits.slice(2));
  // Nine digits that begin with 84 are 084… without its zero; the country code needs at least eleven.
  if (digits.startsWith('84') && digits.length >= 11) return readNational(digits.slice(2));
  if (digits[0] !== '0' && digits.length >= 3 && digits.length <= 6) return refused('short_code');
  return readNational(digits);
}

/** A landline stays one with an extension behind it; nothing else has extensions. */
function readExtended(raw: string): PhoneReading | undefined {
  const written = extensionIn(raw);
  const reading = written && readPhone(written.number);
  return reading && !reading.ok && belongsOnCallList(reading.reason) ? reading : undefined;
}

function readInternational(digits: string): PhoneReading {
  if (digits.startsWith('84')) return readNational(digits.slice(2));
  return refused(digits === '' || digits[0] === '0' ? 'invalid' : 'foreign');
}

function readNational(digits: string): PhoneReading {
  const national = digits[0] === '0' ? digits.slice(1) : digits;
  const { length } = national;
  if (length >= 8 && length <= 10 && /^1[89]00/.test(national)) return refused('service_number');
  if (length < 9) return refused('too_short');
  if (length === 9) return readNineDigits(national);
  if (length > 10) return refused('too_long');
  if (national[0] === '2') return refused('fixed_line');
  if (hasOldAreaCode(national)) return refused('old_landline');
  return national[0] === '1' ? readBefore2018(national) : refused('too_long');
}

function readNineDigits(national: string): PhoneReading {
  switch (national[0]) {
    case '0':
      return refused('invalid');
    case '1':
      return readTestNumber(national);
    case '2':
    case '4':
      return refused('old_landline');
    case '6':
      return refused(isSpecial(national) ? 'special_range' : 'old_landline');
    default:
      return isSpecial(national) ? refused('special_range') : mobile(national);
  }
}

function readTestNumber(national: string): PhoneReading {
  const plays = fateOf(national);
  if (plays === undefined) return refused('m2m_or_truncated');
  return { ok: true, e164: `+84${national}` as E164, known: true, plays };
}

function readBefore2018(national: string): PhoneReading {
  const old = national.slice(0, 3);
  const today = migratedPrefix(old);
  if (today === undefined) return refused('invalid');
  return { ...mobile(today + national.slice(3)), migratedFrom: `0${old}` } as PhoneReading;
}

/** Landlines take no text, but a person can ring them: those refusals belong on the ward's call list. */
export const belongsOnCallList = (reason: PhoneRefusal): boolean =>
  reason === 'fixed_line' || reason === 'old_landline';

/**
 * The landline that was written, as it is dialled in Viet Nam (`02838291234`), and whom to ask for there
 * (`02838291234 ext 12`); undefined for everything else. One from
 * before the area codes changed in 2017 is given as it was written: whoever dials it hears the new number.
 */
export const readLandline = (raw: unknown): string | undefined => {
  const reading = readPhone(raw);
  if (reading.ok || !belongsOnCallList(reading.reason)) return undefined;
  const written = digitsOf(raw as string);
  if (typeof written === 'string') {
    const { number, extension } = extensionIn(raw as string)!;
    return `${readLandline(number)} ext ${extension}`;
  }
  return `0${written.digits.replace(/^(?:0084|84(?=\d{9}))?0?/, '')}`;
};

/** The mobile number that was written, in the one form that stores and carriers keep: `+84912345678`. */
export const e164 = (raw: unknown): E164 | undefined => {
  const reading = readPhone(raw);
  return reading.ok ? reading.e164 : undefined;
};

/** A mobile number as it is dialled in Viet Nam: `0912345678`. */
export const dialled = (number: string): string => number.replace(/^\+84/, '0');

/** A number as screens and logs may show it: `+84*****678`. */
export const maskPhone = (number: string): string => `${number.slice(0, 3)}*****${number.slice(-3)}`;
