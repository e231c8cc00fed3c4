/** How far ahead the calendar and the table of times are known, for whoever keeps them. */
import { addDays, addMonthsClamped, type Day } from '../values/day.ts';
import type { Procedure } from '../values/procedure.ts';
import {
  type Calendars,
  type DayOff,
  type ExtraWorkingDay,
  knownYears,
  unconfirmedDays,
} from './calendar.ts';
import { type ProcessingTimeTable, timeFor } from './processing-time.ts';

/** A plan reaches so far: what is promised today may be due by then. */
const monthsAhead = 12;

/** The last of the twelve months that begin on this day. */
export const lookingTo = (from: Day): Day => addDays(addMonthsClamped(from, monthsAhead), -1);

export type MissingYear = { year: number; from: Day };

/** Years of the next twelve months without a calendar, each from the first day that nobody can reckon. */
export const missingYears = (calendars: Calendars, from: Day): MissingYear[] => {
  const known = knownYears(calendars);
  const ends = [from, lookingTo(from)].map((day) => Number(day.slice(0, 4)));
  return [...new Set(ends)]
    .filter((year) => !known.includes(year))
    .map((year) => {
      const first = `${year}-01-01` as Day;
      return { year, from: first < from ? from : first };
    });
};

/** Days of the next twelve months that somebody has to confirm or correct. */
export const daysToConfirm = (calendars: Calendars, from: Day): (DayOff | ExtraWorkingDay)[] =>
  unconfirmedDays(calendars).filter(({ day }) => from <= day && day <= lookingTo(from));

/** Procedures of which nobody has entered how long they may take. */
export const untimed = <Known extends Pick<Procedure, 'code'>>(
  times: ProcessingTimeTable,
  procedures: readonly Known[],
): Known[] => procedures.filter(({ code }) => timeFor(times, code) === undefined);
