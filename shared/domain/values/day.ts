/**
 * Days and times of the ward, as its clerks read them off the wall.
 *
 * Viet Nam keeps UTC+7 all year without summer time (IANA time zone database, Asia/Ho_Chi_Minh, since 1975), so a day
 * is an instant moved by seven hours and cut: no locale and no time zone data of the machine takes part.
 */
import * as z from 'zod';
import { days, hours, instantOf, plus, type Instant } from './instant.ts';

/** A real calendar date of the ward, `2026-03-02`. Two days compare as plain strings. */
export const Day = z.iso.date().brand('Day');
export type Day = z.infer<typeof Day>;

/** A time on the ward's wall clock, `07:30`, 00:00 to 23:59. Two of them compare as plain strings. */
export const TimeOfDay = z.iso.time({ precision: -1 });
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const Weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);
export type Weekday = z.infer<typeof Weekday>;

const offset = hours(7);
const midnightUtc = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`);
const dayFrom = (midnight: number): Day => new Date(midnight).toISOString().slice(0, 10) as Day;
const wall = (instant: Instant): Instant => plus(instant, offset);

/** The ward's day at this instant: 23:59:59 UTC on Monday is already Tuesday in the ward. */
export const dayOf = (instant: Instant): Day => wall(instant).slice(0, 10) as Day;

/** The wall clock at this instant, cut to the minute. */
export const timeOf = (instant: Instant): TimeOfDay => wall(instant).slice(11, 16);

/** The instant at which the ward's clock shows this time on this day. Throws a RangeError if there is no such time. */
export const at = (day: Day, time: TimeOfDay): Instant => instantOf(new Date(`${day}T${time}:00.000+07:00`));

/** So many days later, or earlier when negative. */
export const addDays = (day: Day, count: number): Day => dayFrom(midnightUtc(day) + days(count));

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (midnightUtc(to) - midnightUtc(from)) / days(1);

export const weekdayOf = (day: Day): Weekday => (new Date(midnightUtc(day)).getUTCDay() || 7) as Weekday;

/**
 * The same day of the month so many months later, or the last day of that month where it has no such day:
 * two months after 31/12 is 28/02, or 29/02 in a leap year.
 */
export const addMonthsClamped = (day: Day, count: number): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayFrom(Date.UTC(year, month - 1 + count, Math.min(date, lastDate)));
};

/** `02/03/2026`, the way a Vietnamese form writes it. */
export const formatDay = (day: Day): string => day.split('-').toReversed().join('/');

/** `09:15 02/03/2026`, in the ward's time. */
export const formatMoment = (instant: Instant): string => `${timeOf(instant)} ${formatDay(dayOf(instant))}`;
