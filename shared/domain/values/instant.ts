import * as z from 'zod';

/**
 * A moment, as UTC text with milliseconds (`2026-03-02T02:15:00.000Z`). Two instants compare as plain strings,
 * so they can be sort keys. Days of the ward are another thing: see `day.ts`.
 */
export const Instant = z.iso.datetime({ precision: 3 }).brand('Instant');
export type Instant = z.infer<typeof Instant>;

/** What callers send: RFC 3339 with an offset. `2026-03-02T09:15:00` is refused, since nobody knows whose nine o'clock that is. */
export const InstantWithOffset = z.iso
  .datetime({ offset: true })
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
