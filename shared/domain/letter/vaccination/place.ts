/** Where a ward vaccinates and on which days: what a family can be told before anybody makes an appointment. */
import * as z from 'zod';
import type { ClosedDays } from '../../calendar/closed-day.ts';
import { addDays, Day, TimeOfDay, weekdayOf } from '../../values/day.ts';

import { PrintedText } from '../wording/printed-text.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const Weekday = z.enum(weekdays);
const hours = { from: TimeOfDay, to: TimeOfDay };

/** When a place holds its sessions. Communes keep fixed days of the month, towns weekdays, some publish dates. */
export const SessionRule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('day_of_month'), days: z.array(z.int().min(1).max(31)).min(1), ...hours }),
  z.strictObject({
    type: z.literal('nth_weekday'),
    weekday: Weekday,
    nth: z.array(z.int().min(1).max(5)).min(1),
    ...hours,
  }),
  z.strictObject({ type: z.literal('weekly'), weekdays: z.array(Weekday).min(1), ...hours }),
  z.strictObject({ type: z.literal('dates'), dates: z.array(Day).min(1), ...hours }),
]);
export type SessionRule = z.infer<typeof SessionRule>;

export const VaccinationPlace = z.strictObject({
  id: z.string(),
  name: PrintedText,
  address: PrintedText,
  phone: PrintedText.optional(),
  activeFrom: Day.optional(),
  activeTo: Day.optional(),
  sessions: z.array(SessionRule).min(1),
  /** Hamlets and quarters whose families come here, as an address writes them: `Khu phố 3`, `Ấp Bình An`. */
  serves: z.array(z.string().trim().min(1)).default([]),
  /** What becomes of a session that falls on a holiday, or on a Sunday that no rule names. */
  onClosedDays: z.enum(['left-out', 'next-working-day']).default('left-out'),
  /** Whether days of the month count on a Sunday too. A rule that names Sunday, or the date itself, means it anyway. */
  sundays: z.boolean().default(false),
  /** Single days: the session of that day is left out, or held on another day. */
  exceptions: z.array(z.strictObject({ on: Day, movedTo: Day.optional() })).default([]),
});
export type VaccinationPlace = z.infer<typeof VaccinationPlace>;

/** What a plan needs of a place: its sessions, wherever they are. */
export const SessionPlace = VaccinationPlace.partial({ id: true, name: true, address: true });
export type SessionPlace = z.infer<typeof SessionPlace>;

/** A session on a day, in the ward's time. */
export type VaccinationSession = {
  on: Day;
  from: TimeOfDay;
  to: TimeOfDay;
  /** The day by the place's rule, where that day is closed or was moved. */
  insteadOf?: Day;
};

const falls = (rule: SessionRule, day: Day): boolean => {
  const date = Number(day.slice(8));
  const weekday = weekdays[weekdayOf(day) - 1]!;
  if (rule.type === 'dates') return rule.dates.includes(day);
  if (rule.type === 'weekly') return rule.weekdays.includes(weekday);
  if (rule.type === 'day_of_month') return rule.days.includes(date);
  return rule.weekday === weekday && rule.nth.includes(Math.ceil(date / 7));
};

/** Whether a rule means its Sundays: a date of the month falls on them by chance. */
const means = (rule: SessionRule, place: SessionPlace, day: Day): boolean =>
  weekdayOf(day) !== 7 || rule.type !== 'day_of_month' || place.sundays;

/** The days whose session is held on this one, its own first. */
const heldOn = (place: SessionPlace, day: Day, isClosed: ClosedDays): Day[] => {
  const exception = (on: Day) => place.exceptions.find((one) => one.on === on);
  const movedHere = place.exceptions.filter(({ movedTo }) => movedTo === day).map(({ on }) => on);
  const originals = exception(day) ? movedHere : [day, ...movedHere];
  if (place.onClosedDays === 'left-out' || weekdayOf(day) > 5) return originals;
  for (
    let before = addDays(day, -1);
    isClosed(before) || weekdayOf(before) > 5;
    before = addDays(before, -1)
  ) {
    if (!exception(before)) originals.push(before);
  }
  return originals;
};

const sessionOn = (place: SessionPlace, day: Day, isClosed: ClosedDays): VaccinationSession | undefined => {
  if (isClosed(day)) return undefined;
  for (const original of heldOn(place, day, isClosed)) {
    const isMoved = original !== day;
    const rule = place.sessions.find(
      (candidate) =>
        falls(candidate, original) &&
        (isMoved ? isAway(candidate, place, original, isClosed) : means(candidate, place, day)),
    );
    if (rule) return { on: day, from: rule.from, to: rule.to, ...(isMoved && { insteadOf: original }) };
  }
  return undefined;
};

/** Whether the session of this day cannot be held on it: it was moved by name, is a holiday, or a Sunday nobody meant. */
const isAway = (rule: SessionRule, place: SessionPlace, day: Day, isClosed: ClosedDays): boolean =>
  isClosed(day) || !means(rule, place, day) || place.exceptions.some(({ on }) => on === day);

/** How far ahead a session is looked for; a place without one in a year has none to offer. */
const horizonDays = 366;

/** The first session of the place on or after a day, or none within a year or while the place is open. */
export const firstSession = (
  place: SessionPlace,
  from: Day,
  isClosed: ClosedDays,
): VaccinationSession | undefined => {
  const start = place.activeFrom && place.activeFrom > from ? place.activeFrom : from;
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const day = addDays(start, ahead);
    if (place.activeTo && day > place.activeTo) return undefined;
    const session = sessionOn(place, day, isClosed);
    if (session) return session;
  }
  return undefined;
};
