/**
 * Nine numbers that belong to nobody: `0100000001` to `0100000009`, in a prefix that the numbering plan gives to no
 * network. Offices and integrators try the whole way with them. They are read, decided, shown and counted like mobile
 * numbers, and no carrier ever gets one: each plays a fate instead.
 */
import * as z from 'zod';

/** What each number plays, by its last digit from 1 on. */
const fates = [
  'delivered',
  'undelivered',
  'refused',
  'busy-then-delivered',
  'unknown',
  'no-receipt',
  'opted-out',
  'call',
  'slow',
] as const;
export const Fate = z.enum(fates);
export type Fate = z.infer<typeof Fate>;

const testNumber = /^(?:\+84|0)?10000000([1-9])$/;

/** What a number plays, however its beginning is written; undefined for every number that may be somebody's. */
export const fateOf = (phone: string): Fate | undefined => {
  const digit = testNumber.exec(phone)?.[1];
  return digit === undefined ? undefined : fates[Number(digit) - 1];
};
