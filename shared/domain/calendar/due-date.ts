/**
 * When a result is due (hẹn trả). The dossier's own system decides; this is the reckoning by which the console can
 * propose, explain and check a date. Rules as one-stop software keeps them (Thanh Hóa, confidence B) and, for
 * procedures of one day, QĐ 663 and QĐ 1811 of Hà Nội (A).
 */
import { dayOffOn, type Calendars } from './calendar.ts';
import { addDays, at, type Day, dayOf, daysBetween, type TimeOfDay, timeOf } from '../values/day.ts';
import { hours as inHours, type Instant } from '../values/instant.ts';
import { extraSessions, type OfficeHours, serves } from './office-sessions.ts';
import type { ProcessingTime } from './processing-time.ts';
import { afterWorkingTime, closingOf, workingMomentFrom, workingTimeBetween } from './working-time.ts';

/** The ward's hours and the years it knows, which every reckoning needs. */
export type WorkingYear = { hours: OfficeHours; calendars: Calendars };

/** What is being asked about: which procedure, received when, may take how long. */
export type Reckoning = { procedureCode: string; receivedAt: Instant; time: ProcessingTime };

const hoursPerDay = 8;

/** Closing time of this day, or of the first day after it on which the office works. */
const closingFrom = ({ hours, calendars }: WorkingYear, day: Day): Instant => {
  const opening = workingMomentFrom(hours, calendars, at(day, '00:00'));
  return closingOf(hours, calendars, opening) ?? opening;
};

const sameDay = (year: WorkingYear, { procedureCode, receivedAt }: Reckoning, cutOff: TimeOfDay): Instant => {
  const { hours, calendars } = year;
  const day = dayOf(receivedAt);
  const atOnce = extraSessions(hours, calendars, day).find(
    (session) =>
      session.sameDay === true &&
      session.from <= receivedAt &&
      receivedAt < session.to &&
      serves(session, procedureCode),
  );
  return atOnce?.to ?? closingFrom(year, timeOf(receivedAt) > cutOff ? addDays(day, 1) : day);
};

const calendarDays = (
  year: WorkingYear,
  receivedAt: Instant,
  { days, skipHolidays }: { days: number; skipHolidays: boolean },
): Instant => {
  let day = dayOf(workingMomentFrom(year.hours, year.calendars, receivedAt));
  let counted = 0;
  while (counted < days) {
    day = addDays(day, 1);
    if (!(skipHolidays && dayOffOn(year.calendars, day))) counted += 1;
  }
  return closingFrom(year, day);
};

/**
 * When the result is due, or that the rules fix no date for it. Received out of hours counts from the next
 * session. Throws on a year without a calendar.
 */
export const dueBy = (year: WorkingYear, reckoning: Reckoning): Instant | 'no-fixed-date' => {
  const { receivedAt, time } = reckoning;
  if (time.kind === 'no-fixed-date') return time.kind;
  if (time.kind === 'same-day') return sameDay(year, reckoning, time.cutOff);
  if (time.kind === 'calendar-days') return calendarDays(year, receivedAt, time);
  const count = time.kind === 'working-hours' ? time.hours : time.days * hoursPerDay;
  return afterWorkingTime(year.hours, year.calendars, receivedAt, inHours(count));
};

/**
 * The due date after the citizen was asked for papers and brought them: the wait is not counted. Calendar days move
 * by the days waited, everything else by the working time that was left. What was late when asked stays late.
 * Throws on a year without a calendar.
 */
export const dueAfterSupplement = (
  year: WorkingYear,
  { dueAt, time }: { dueAt: Instant; time: ProcessingTime },
  wait: { askedAt: Instant; suppliedAt: Instant },
): Instant => {
  const { hours, calendars } = year;
  if (wait.askedAt >= dueAt) return dueAt;
  if (time.kind === 'calendar-days') {
    const waited = daysBetween(dayOf(wait.askedAt), dayOf(wait.suppliedAt));
    return closingFrom(year, addDays(dayOf(dueAt), waited));
  }
  const left = workingTimeBetween(hours, calendars, wait.askedAt, dueAt);
  return afterWorkingTime(hours, calendars, wait.suppliedAt, left);
};
