import * as z from 'zod';
import { addDays, addMonthsClamped, type Day, daysBetween } from '../values/day.ts';

/** A month of the ward, `2026-03`. */
export const Month = z
  .string()
  .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
  .brand('Month');
export type Month = z.infer<typeof Month>;

export const monthOf = (day: Day): Month => day.slice(0, 7) as Month;
const firstOf = (month: Month): Day => `${month}-01` as Day;
export const monthBefore = (month: Month): Month => monthOf(addDays(firstOf(month), -1));

/** `tháng 3/2026`, as a heading says it. */
export const monthInWords = (month: Month): string => `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;

/** Days of a month and as many of the month before, to compare like with like while the month still runs. */
export type Stretch = { month: Month; days: readonly Day[]; before: readonly Day[] };

const daysFrom = (first: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index));

/** The month up to today at most; a month that has not begun has its first day, which has no figures yet. */
export const stretchOf = (month: Month, today: Day): Stretch => {
  const first = firstOf(month);
  const whole = daysBetween(first, addMonthsClamped(first, 1));
  const runs = month === monthOf(today);
  const count = runs ? daysBetween(first, today) + 1 : whole;
  const earlier = firstOf(monthBefore(month));
  const atMost = daysBetween(earlier, first);
  return {
    month,
    days: daysFrom(first, count),
    before: daysFrom(earlier, runs ? Math.min(count, atMost) : atMost),
  };
};
