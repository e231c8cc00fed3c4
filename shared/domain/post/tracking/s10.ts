/**
 * Postal item numbers of the UPU S10 kind: two letters (service), eight digits, a check digit, two letters (country),
 * such as `RR123456785VN`. Source: UPU standard S10; weights 8 6 4 2 3 5 9 7, remainder of 11. The letters are checked too
 * (`s10-letters.ts`).
 */
import * as z from 'zod';
import { isCountry, isService } from './s10-letters.ts';
import { plainCode } from '../../dossier/dossier-code.ts';

/** How hard a series is checked. Numbers of domestic Vietnamese series do not all satisfy S10, so it is a setting. */
const Strictness = z.enum(['strict', 'shape', 'free', 'dotted']);
type Strictness = z.infer<typeof Strictness>;

/** Numbers that begin with `prefix` are checked so hard; the longest prefix that fits decides. */
export const NumberSeries = z.strictObject({ prefix: z.string().max(8), strictness: Strictness });
export type NumberSeries = z.infer<typeof NumberSeries>;

export type TrackingCheck =
  | { ok: true; service: string; serial: string; country: string }
  | {
      ok: false;
      reason: 'wrong-length' | 'wrong-shape' | 'wrong-service' | 'wrong-country' | 'wrong-check-digit';
    };

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** The check digit of eight digits. */
const checkDigitOf = (serial: string): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(serial[at]), 0);
  const rest = 11 - (sum % 11);
  if (rest === 10) return '0';
  return rest === 11 ? '5' : String(rest);
};

const shape = /^(?<service>[A-Z]{2})(?<serial>\d{8})(?<digit>\d)(?<country>[A-Z]{2})$/;

/**
 * The number as it is stored and encoded: narrow capitals, no spaces; hyphens stay where they may be part of it, which
 * in an S10 number they never are. The only reader of numbers, for partners, carriers and scans alike.
 */
export const plainNumber = (number: string): string => {
  const plain = plainCode(number).replaceAll(/\s/g, '');
  const bare = plain.replaceAll('-', '');
  return shape.test(bare) ? bare : plain;
};

/** Is this an S10 number? Spaces, hyphens and small letters are forgiven, a wrong check digit is not. */
export const checkTracking = (number: string): TrackingCheck => {
  const plain = plainNumber(number);
  if (plain.length !== 13) return { ok: false, reason: 'wrong-length' };
  const parts = shape.exec(plain)?.groups;
  if (!parts) return { ok: false, reason: 'wrong-shape' };
  const { service = '', serial = '', digit, country = '' } = parts;
  if (!isService(service)) return { ok: false, reason: 'wrong-service' };
  if (!isCountry(country)) return { ok: false, reason: 'wrong-country' };
  if (digit !== checkDigitOf(serial)) return { ok: false, reason: 'wrong-check-digit' };
  return { ok: true, service, serial, country };
};

/** How hard this number is to be checked by a partner's series; strictly where no series names it. */
const strictnessFor = (number: string, series: readonly NumberSeries[]): Strictness => {
  const fitting = series.filter(({ prefix }) => plainNumber(number).startsWith(prefix));
  return fitting.toSorted((a, b) => b.prefix.length - a.prefix.length)[0]?.strictness ?? 'strict';
};

/** May a partner use this number? `shape` forgives the check digit, `free` takes 4 to 35 letters and digits, `dotted` dots as well. */
export const acceptsNumber = (number: string, series: readonly NumberSeries[]): boolean => {
  const check = checkTracking(number);
  const accepts: Record<Strictness, boolean> = {
    strict: check.ok,
    shape: check.ok || check.reason === 'wrong-check-digit',
    free: /^[A-Z0-9-]{4,35}$/.test(plainNumber(number)),
    dotted: /^[A-Z0-9][A-Z0-9.-]{3,34}$/.test(plainNumber(number)), // GHTK: S1.A1.17373471
  };
  return accepts[strictnessFor(number, series)];
};

/** The S10 number of a serial out of a pool: `s10Number('RR', 12345678, 'VN')` is `RR123456785VN`. */
export const s10Number = (service: string, serial: number, country: string): string => {
  const digits = String(serial).padStart(8, '0');
  return `${service}${digits}${checkDigitOf(digits)}${country}`;
};

/** As it is printed under the bars: `RR 123 456 785 VN`. Numbers of another kind stay as they are. */
export const spacedNumber = (number: string): string =>
  plainNumber(number).replace(/^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/, '$1 $2 $3 $4 $5');
