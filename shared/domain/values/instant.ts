import * as z from 'zod';

/**
 * A moment, as UTC text with milliseconds (`2026-03-02T02:15:00.000Z`). Two instants compare as plain strings,
 * so they can be sort keys. Days of the ward are another thing: see `day.ts`.
 */
export const Instant = z.iso.datetime({ precision: 3 }).brand('Instant');
export type Instant = z.infer<typeof Instant>;

/** The parts of a moment with an offset, as programs of our callers print it. */
const spelled =
  /^\s*(?<day>\d{4}-\d{2}-\d{2})[Tt ](?<minute>\d{2}:\d{2})(?<second>:\d{2}(?:[.,]\d+)?)?\s?(?<offset>[Zz]|[+-]\d{2}(?::?\d{2})?)\s*$/;

/** The same moment as RFC 3339 spells it: Java leaves seconds of nought out, and prints `+0700`; others print a space for the T. */
const respelled = (written: string): string => {
  const parts = spelled.exec(written)?.groups;
  if (parts === undefined) return written;
  const { day, minute, second = ':00', offset = '' } = parts;
  const minutesOfIt = offset.slice(3).replace(':', '') || '00';
  const zone = /z/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${minutesOfIt}`;
  return `${day}T${minute}${second.replace(',', '.')}${zone}`;
};

/**
 * What callers send: RFC 3339 with an offset, also in the spellings of common programs. `2026-03-02T09:15:00` is refused,
 * since nobody knows whose nine o'clock that is.
 */
export const InstantWithOffset = z
  .string()
  .overwrite(respelled)
  .check(z.iso.datetime({ offset: true }))
  .transform((text) => new Date(text).toISOString() as Instant);

/** The instant of a clock's reading. */
export const instantOf = (date: Date): Instant => date.toISOString() as Instant;

/** The instant so many milliseconds later (or earlier, when negative). */
export const plus = (instant: Instant, milliseconds: number): Instant =>
  instantOf(new Date(Date.parse(instant) + milliseconds));

/** Milliseconds from one instant to another; negative when `to` is earlier. */
export const between = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => seconds(count * 60);
export const hours = (count: number): number => minutes(count * 60);
export const days = (count: number): number => hours(count * 24);

/** What time it is. */
export type Clock = () => Instant;
