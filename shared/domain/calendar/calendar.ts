/**
 * Which days the offices work. The law names the holidays (Labour Code 2019, article 112, and 24/11 since NQ 28/2026/QH16),
 * but the five days of Tết, the second day of 2/9 and the swapped Saturdays are announced year by year. So a year is
 * data, each day with its source and how sure we are of it.
 */
import * as z from 'zod';
import { addDays, Day, Weekday, weekdayOf } from '../values/day.ts';

/** A: an official text, or several independent ones. B: one secondary source. C: expected, not confirmed. */
export const Confidence = z.enum(['A', 'B', 'C']);
export type Confidence = z.infer<typeof Confidence>;

const Entry = z.strictObject({
  day: Day,
  name: z.string().min(1),
  source: z.string().min(1),
  confidence: Confidence,
});

/** A holiday, its substitute, or a swapped day; weekends only where they belong to a holiday. */
export const DayOff = Entry;
export type DayOff = z.infer<typeof DayOff>;

/** A Saturday that is worked, with the hours of the day it stands in for. */
export const ExtraWorkingDay = Entry.extend({ standsInFor: Day });
export type ExtraWorkingDay = z.infer<typeof ExtraWorkingDay>;

/** What a ward adds to its own calendar, or corrects in it. */
export const LocalDays = z.strictObject({
  daysOff: z.array(DayOff).default([]),
  extraWorkingDays: z.array(ExtraWorkingDay).default([]),
});
export type LocalDays = z.infer<typeof LocalDays>;

export const Calendar = z
  .strictObject({
    year: z.int(),
    weeklyDaysOff: z.array(Weekday),
    daysOff: z.array(DayOff),
    extraWorkingDays: z.array(ExtraWorkingDay),
  })
  .refine(
    ({ year, daysOff, extraWorkingDays }) =>
      [...daysOff, ...extraWorkingDays].every(({ day }) => yearOf(day) === year),
    'every day of a calendar lies in its year',
  );
export type Calendar = z.infer<typeof Calendar>;
export type Calendars = readonly Calendar[];

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The years these calendars know, in order. */
export const knownYears = (calendars: Calendars): number[] =>
  calendars.map(({ year }) => year).toSorted((a, b) => a - b);

/** Throws on a year nobody entered, since a guessed calendar would send citizens to closed doors. */
const calendarOf = (calendars: Calendars, day: Day): Calendar => {
  const found = calendars.find(({ year }) => year === yearOf(day));
  if (found !== undefined) return found;
  throw new Error(`no calendar for the year ${yearOf(day)}; known: ${knownYears(calendars).join(', ')}`);
};

const on =
  (day: Day) =>
  (entry: { day: Day }): boolean =>
    entry.day === day;

/** The holiday, substitute or swapped day that this is. Throws on a year without a calendar. */
export const dayOffOn = (calendars: Calendars, day: Day): DayOff | undefined =>
  calendarOf(calendars, day).daysOff.find(on(day));

/**
 * The weekday whose hours the offices keep on this day: its own, or on a worked Saturday that of the day it stands
 * in for. `undefined` on a day off. What is not confirmed may close a day but never opens one: better a citizen who
 * waits a day than one before a closed door. Throws on a year without a calendar.
 */
export const workingWeekday = (calendars: Calendars, day: Day): Weekday | undefined => {
  const { weeklyDaysOff, daysOff, extraWorkingDays } = calendarOf(calendars, day);
  const extra = extraWorkingDays.find(on(day));
  if (extra !== undefined && extra.confidence !== 'C') return weekdayOf(extra.standsInFor);
  const weekday = weekdayOf(day);
  return weeklyDaysOff.includes(weekday) || daysOff.some(on(day)) ? undefined : weekday;
};

/** Throws on a year without a calendar. */
export const isWorkingDay = (calendars: Calendars, day: Day): boolean =>
  workingWeekday(calendars, day) !== undefined;

/** This day if it is worked, else the first worked day after it. Throws on a year without a calendar. */
export const workingDayFrom = (calendars: Calendars, day: Day): Day =>
  isWorkingDay(calendars, day) ? day : workingDayFrom(calendars, addDays(day, 1));

/** The calendar as one ward keeps it: about the same day, the ward's word replaces the country's. */
export const withLocalDays = (calendar: Calendar, local: LocalDays): Calendar => {
  const inYear = ({ day }: { day: Day }) => yearOf(day) === calendar.year;
  const ours = [...local.daysOff, ...local.extraWorkingDays];
  const untouched = ({ day }: { day: Day }) => !ours.some(on(day));
  return Calendar.parse({
    ...calendar,
    daysOff: [...calendar.daysOff.filter(untouched), ...local.daysOff.filter(inYear)],
    extraWorkingDays: [
      ...calendar.extraWorkingDays.filter(untouched),
      ...local.extraWorkingDays.filter(inYear),
    ],
  });
};

/** The days somebody still has to confirm or correct, for the person on duty. */
export const unconfirmedDays = (calendars: Calendars): (DayOff | ExtraWorkingDay)[] =>
  calendars
    .flatMap(({ daysOff, extraWorkingDays }) => [...daysOff, ...extraWorkingDays])
    .filter(({ confidence }) => confidence === 'C');
