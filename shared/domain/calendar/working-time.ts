/** Time as a dossier spends it: only the ward's regular sessions on working days count. */
import type { Calendars } from './calendar.ts';
import { addDays, dayOf } from '../values/day.ts';
import { between, type Instant, plus } from '../values/instant.ts';
import { type OfficeHours, regularSessions, type OfficeSession } from './office-sessions.ts';

const daysAhead = 3 * 366;

/**
 * What is left of the regular sessions from this instant on, in order, for as long as somebody asks. Throws on a
 * year without a calendar, and where no session comes for three years: a ward without hours cannot promise a date.
 */
function* sessionsFrom(hours: OfficeHours, calendars: Calendars, start: Instant): Generator<OfficeSession> {
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    for (const session of regularSessions(hours, calendars, addDays(dayOf(start), ahead))) {
      if (session.to > start) yield session.from > start ? session : { ...session, from: start };
    }
  }
  throw new Error(`no working session within three years of ${start}`);
}

/** This instant if the office is at work, else the start of its next session: closing time counts as closed. */
export const workingMomentFrom = (hours: OfficeHours, calendars: Calendars, instant: Instant): Instant => {
  for (const session of sessionsFrom(hours, calendars, instant)) return session.from;
  return instant;
};

/**
 * The instant when so many milliseconds of working time have passed. What ends with a session is due at its closing,
 * not at the opening of the next.
 */
export const afterWorkingTime = (
  hours: OfficeHours,
  calendars: Calendars,
  start: Instant,
  milliseconds: number,
): Instant => {
  let left = milliseconds;
  for (const { from, to } of sessionsFrom(hours, calendars, start)) {
    if (left <= between(from, to)) return plus(from, left);
    left -= between(from, to);
  }
  return start;
};

/** Milliseconds of working time from one instant to a later one; 0 if it is not later. */
export const workingTimeBetween = (
  hours: OfficeHours,
  calendars: Calendars,
  from: Instant,
  to: Instant,
): number => {
  let sum = 0;
  if (to <= from) return sum;
  for (const session of sessionsFrom(hours, calendars, from)) {
    if (session.from >= to) break;
    sum += between(session.from, session.to < to ? session.to : to);
  }
  return sum;
};

/** The end of the last regular session of this instant's day; `undefined` on a day without one. */
export const closingOf = (hours: OfficeHours, calendars: Calendars, instant: Instant): Instant | undefined =>
  regularSessions(hours, calendars, dayOf(instant)).at(-1)?.to;
