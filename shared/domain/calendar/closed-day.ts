import type { Day } from '../values/day.ts';
import { type Calendars, dayOffOn, knownYears, type LocalDays } from './calendar.ts';
import { isHolidayByLaw } from './national/by-law.ts';

/** Days on which nobody is there: the country's holidays and the ward's own. Weekends are no matter of this. */
export type ClosedDays = (day: Day) => boolean;

/**
 * The holidays of a ward, in any year: from the calendars where the year is announced, else as the law and the moon fix
 * them. What the ward says about a day replaces the country's word.
 */
export const closedDays =
  (calendars: Calendars, { daysOff, extraWorkingDays }: LocalDays): ClosedDays =>
  (day) => {
    if (daysOff.some((off) => off.day === day)) return true;
    if (extraWorkingDays.some((extra) => extra.day === day)) return false;
    const isAnnounced = knownYears(calendars).includes(Number(day.slice(0, 4)));
    return isAnnounced ? dayOffOn(calendars, day) !== undefined : isHolidayByLaw(day);
  };
