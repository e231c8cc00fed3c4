/** A date as far as a register knows it: of the old often the year alone, or year and month. */
import * as z from 'zod';
import { addMonthsClamped, type Day } from './day.ts';

export const KnownDate = z
  .string()
  .regex(/^(?:1[89]|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/)
  .refine((date) => date.length < 10 || z.iso.date().safeParse(date).success);
/** `1944`, `1944-07` or `1944-07-19`. */
export type KnownDate = z.infer<typeof KnownDate>;

/** The first day that it may be. */
export const earliestOf = (date: KnownDate): Day =>
  `${date}${'-01-01'.slice(date.length - 4)}`.slice(0, 10) as Day;

/** The last day that it may be. */
export const latestOf = (date: KnownDate): Day => {
  if (date.length === 10) return date as Day;
  const month = date.length === 7 ? date : `${date}-12`;
  return addMonthsClamped(`${month.slice(0, 4)}-01-31` as Day, Number(month.slice(5)) - 1);
};

/** The day, where it is known to the day. */
export const dayIn = (date: KnownDate | undefined): Day | undefined =>
  date?.length === 10 ? (date as Day) : undefined;
