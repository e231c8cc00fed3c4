/** Whether a birth, wedding or death is one that a letter may follow by itself: known to the day, possible, recent. */
import { addDays, addMonthsClamped, type Day } from '../../values/day.ts';
import { dayIn, earliestOf, latestOf } from '../../values/known-date.ts';
import type { PersonEvent } from './person-event.ts';

/**
 * How many days after a death or a wedding its letter still comes in time. No law says so: a death is to be registered
 * within fifteen days (Luật Hộ tịch 2014, điều 33), and what is registered much later is registered for land, pensions
 * or papers. A ward may choose otherwise.
 */
export const inTime = {
  version: '2026-12-01',
  days: { marriage: 60, condolence: 60 },
  source: 'own choice; Luật Hộ tịch 2014, điều 33 gives fifteen days for registering a death',
  confidence: 'C',
} as const;

export type TimeLimits = {
  birthWithinMonths: number;
  marriageWithinDays: number;
  condolenceWithinDays: number;
};

/** Nobody is known to have grown older, in years; a date beyond is a slip of the pen. */
const longestLife = 125;

/** `not-recent` needs nobody; the others a person should look at. */
export type Untimely = 'not-recent' | 'date-incomplete' | 'date-impossible';

const happenedOn = (event: PersonEvent) =>
  event.kind === 'birth' ? event.bornOn : event.kind === 'marriage' ? event.marriedOn : event.diedOn;

const lastDay = (event: PersonEvent, day: Day, limits: TimeLimits): Day => {
  if (event.kind === 'birth') return addMonthsClamped(day, limits.birthWithinMonths);
  return addDays(day, event.kind === 'marriage' ? limits.marriageWithinDays : limits.condolenceWithinDays);
};

/** Why no letter follows by itself on this day, if none does. */
export const untimely = (event: PersonEvent, today: Day, limits: TimeLimits): Untimely | undefined => {
  const on = happenedOn(event);
  if (on === undefined) return 'date-incomplete';
  if (earliestOf(on) > today) return 'date-impossible';
  if (event.kind === 'death' && event.bornOn !== undefined) {
    if (latestOf(on) < earliestOf(event.bornOn)) return 'date-impossible';
    if (addMonthsClamped(latestOf(event.bornOn), longestLife * 12) < earliestOf(on)) return 'date-impossible';
  }
  if (lastDay(event, latestOf(on), limits) < today) return 'not-recent';
  return dayIn(on) === undefined ? 'date-incomplete' : undefined;
};
