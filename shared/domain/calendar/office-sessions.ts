/**
 * When the ward's counter is open: its regular hours, and what wards add to them (evenings, weekends, one
 * after-hours session a week for certain procedures, a mobile session on one date).
 */
import * as z from 'zod';
import { dayOffOn, workingWeekday, type Calendars } from './calendar.ts';
import { addDays, at, Day, dayOf, TimeOfDay, Weekday, weekdayOf } from '../values/day.ts';
import { type Instant, minutes, plus } from '../values/instant.ts';

const forwards = ({ from, to }: { from: TimeOfDay; to: TimeOfDay }) => from < to;
const forwardsOnly = 'a session must begin before it ends';
const span = { from: TimeOfDay, to: TimeOfDay };

const Regular = z.strictObject({ weekdays: z.array(Weekday).min(1), ...span }).refine(forwards, forwardsOnly);

const extra = {
  ...span,
  /** Shown to citizens in text messages, so plain ASCII: `ngoai gio`. */
  label: z.string().regex(/^[ -~]{1,30}$/, 'a label is plain ASCII, at most 30 characters'),
  /** Procedure codes it is limited to; without, it serves all. */
  procedures: z.array(z.string()).min(1).optional(),
  /** What is received in it is also returned in it, for procedures done on the same day. */
  sameDay: z.boolean().default(false),
  /** How many people it has time for; the board says so. */
  places: z.int().min(1).max(500).optional(),
};
const Weekly = z.strictObject({ weekdays: z.array(Weekday).min(1), ...extra }).refine(forwards, forwardsOnly);
const Dated = z.strictObject({ day: Day, ...extra }).refine(forwards, forwardsOnly);

/** One ward's opening hours, and where they were read. */
export const OfficeHours = z.strictObject({
  source: z.string().min(1),
  /** By the working weekday; a Saturday that is worked keeps the hours of the day it stands in for. */
  regular: z.array(Regular),
  /** Every week, but not on a holiday. */
  weekly: z.array(Weekly).default([]),
  /** On one date, even a holiday. */
  dated: z.array(Dated).default([]),
  /** A session with less time left than this is not offered to a citizen who is only now told. */
  leastMinutes: z.int().min(0).default(30),
});
export type OfficeHours = z.infer<typeof OfficeHours>;

/** What a ward has until it enters its own hours. */
export const defaultOfficeHours: OfficeHours = OfficeHours.parse({
  source: 'default of the provincial one-stop software (Thanh Hóa), confidence B; hours differ by province',
  regular: [
    { weekdays: [1, 2, 3, 4, 5], from: '07:00', to: '11:30' },
    { weekdays: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
  ],
});

/** One opening of the counter, `to` excluded. Regular ones have no label. */
export type OfficeSession = {
  from: Instant;
  to: Instant;
  label?: string;
  procedures?: string[];
  sameDay?: boolean;
  places?: number;
};

const byStart = (a: OfficeSession, b: OfficeSession): number => (a.from < b.from ? -1 : 1);

/** The regular sessions of this day, in order: none on a day off. Throws on a year without a calendar. */
export const regularSessions = (hours: OfficeHours, calendars: Calendars, day: Day): OfficeSession[] => {
  const weekday = workingWeekday(calendars, day);
  return hours.regular
    .filter(({ weekdays }) => weekday !== undefined && weekdays.includes(weekday))
    .map(({ from, to }) => ({ from: at(day, from), to: at(day, to) }))
    .toSorted(byStart);
};

/** The sessions of this day beside the regular ones, in order. Throws on a year without a calendar. */
export const extraSessions = (hours: OfficeHours, calendars: Calendars, day: Day): OfficeSession[] => {
  const holiday = dayOffOn(calendars, day) !== undefined;
  const weekly = hours.weekly.filter(({ weekdays }) => !holiday && weekdays.includes(weekdayOf(day)));
  const dated = hours.dated.filter((session) => session.day === day);
  return [...weekly, ...dated]
    .map(({ from, to, label, procedures, sameDay, places }) => ({
      from: at(day, from),
      to: at(day, to),
      label,
      ...(procedures && { procedures }),
      sameDay,
      ...(places !== undefined && { places }),
    }))
    .toSorted(byStart);
};

/** Whether a citizen may come to this session for this procedure. */
export const serves = ({ procedures }: OfficeSession, procedureCode: string): boolean =>
  procedures?.includes(procedureCode) ?? true;

/** When a citizen can collect: from the start of the session, or from the asked moment if it is open already. */
export type PickUp = { from: Instant; to: Instant; label?: string };

/** How far ahead a session is looked for. */
export const daysAhead = 60;

/**
 * The next time a citizen told at `from` can collect the result of this procedure; `undefined` if the counter does
 * not open for it within 60 days. Throws on a year without a calendar.
 */
export const nextPickUp = (
  hours: OfficeHours,
  calendars: Calendars,
  procedureCode: string,
  from: Instant,
): PickUp | undefined => {
  const stillWorthComing = plus(from, minutes(hours.leastMinutes));
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = addDays(dayOf(from), ahead);
    const next = [...regularSessions(hours, calendars, day), ...extraSessions(hours, calendars, day)]
      .toSorted(byStart)
      .find((session) => serves(session, procedureCode) && session.to > stillWorthComing);
    if (next === undefined) continue;
    const { to, label } = next;
    return { from: next.from > from ? next.from : from, to, ...(label !== undefined && { label }) };
  }
  return undefined;
};
