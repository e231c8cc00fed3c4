/**
 * Dates that mean something. Systems write "none" as a day of the year 1, 1753, 1899, 1900 or 9999, and one slip of a
 * finger makes a promise of the next century; such a date is absent, and the office sees that it is.
 */
import { addDays, type Day, dayOf, timeOf } from '../../values/day.ts';
import { days, hours, type Instant, plus } from '../../values/instant.ts';
import type { Warning } from '../../values/warning.ts';
import { warnings } from './row-troubles.ts';
import type { StatusEvent } from './status-event.ts';

/** Systems write "no date" as a day of 1753, 1899 or 1900; no dossier of today is from before the portal. */
export const nothingHappenedBefore = '2000-01-01T00:00:00.000Z' as Instant;

const none = ['1753-01-01', '1899-12-30', '1899-12-31', '1900-01-01'];

/** A promise lies between the day before it was made and five years after. */
const isPromise = (promise: Instant, made: Instant): boolean =>
  promise >= plus(made, -days(1)) && promise <= plus(made, days(5 * 365 + 2));

/** How many days ahead of today a thing may lie: a wedding may, a birth may not. */
const mayLieAhead = { bornOn: 0, diedOn: 0, marriedOn: 31 } as const;

/** A year or a month alone is compared as far as it goes. */
const isPast = (date: string, today: Day, ahead: number): boolean =>
  !none.includes(date) && date <= addDays(today, ahead).slice(0, date.length);

/**
 * Midnight is how systems write a day without its hour: a promise of that day holds until the counters close, and no
 * citizen is told to come at 00:00.
 */
const byTheClose = (promise: Instant): Instant =>
  timeOf(promise) === '00:00' ? plus(promise, hours(17)) : promise;

const without = <Whole extends object>(whole: Whole, names: readonly string[]): Whole =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name))) as Whole;

/** The event without the dates that mean nothing, and what they were; a promise of a day is one of its hours. */
export const withPlausibleDates = (
  event: StatusEvent,
  now: Instant,
): { event: StatusEvent; found: Warning[] } => {
  const { occurredAt, personEvent } = event;
  const promised = (['dueAt', 'newDueAt'] as const).flatMap((name) => {
    const promise = event[name];
    return promise === undefined ? [] : [[name, byTheClose(promise)] as const];
  });
  const promises = promised.flatMap(([name, promise]) => (isPromise(promise, occurredAt) ? [] : name));
  const told: Record<string, unknown> = personEvent ?? {};
  const personal = Object.entries(mayLieAhead)
    .filter(([name, ahead]) => typeof told[name] === 'string' && !isPast(told[name], dayOf(now), ahead))
    .map(([name]) => name);
  return {
    event: {
      ...without({ ...event, ...Object.fromEntries(promised) }, promises),
      ...(personEvent && personal.length > 0 && { personEvent: without(personEvent, personal) }),
    },
    found: [...promises, ...personal.map((name) => `personEvent.${name}`)].map(warnings.implausible),
  };
};
