import { type Calendars, knownYears, withLocalDays } from '../calendar/calendar.ts';
import { nationalCalendars } from '../calendar/national/calendars.ts';
import {
  daysAhead,
  defaultOfficeHours,
  nextPickUp,
  type OfficeHours,
  type PickUp,
} from '../calendar/office-sessions.ts';
import { dayOf, formatDay, timeOf } from '../values/day.ts';
import { days, type Instant, plus } from '../values/instant.ts';
import type { SmsLanguage } from '../text/sms-template.ts';
import { smsFields } from '../text/texts/fields.ts';
import type { WardSettings } from '../office/ward-settings.ts';

/**
 * When to come: `từ 13:30 đến 17:00 ngày 24/11`, `from 13:30 to 17:00 on 24/11`. It names the date even today, since a
 * phone that was off may show the message tomorrow. A label too long for the message is left out: the hours are what
 * brings a citizen to an open counter.
 */
export const pickUpText = ({ from, to, label }: PickUp, language: SmsLanguage = 'vi'): string => {
  const day = formatDay(dayOf(from)).slice(0, 5);
  const moment =
    language === 'vi'
      ? `từ ${timeOf(from)} đến ${timeOf(to)} ngày ${day}`
      : `from ${timeOf(from)} to ${timeOf(to)} on ${day}`;
  const labelled = `${moment} (${label})`;
  return label === undefined || labelled.length > smsFields.pickUp.maxLength ? moment : labelled;
};

const dayNames = {
  vi: ['thứ 2', 'thứ 3', 'thứ 4', 'thứ 5', 'thứ 6', 'thứ 7', 'chủ nhật'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/**
 * The regular hours of the week, with when the counter closes: `thứ 2 - thứ 6, 7:00-11:30, 13:30-17:00`. Undefined
 * while the office has not entered its own, and where they take more than one line to say.
 */
export const hoursText = ({ source, regular }: OfficeHours, language: SmsLanguage): string | undefined => {
  if (source === defaultOfficeHours.source || regular.length === 0) return undefined;
  const weekdays = new Set(regular.flatMap((session) => session.weekdays));
  const [first, last] = [Math.min(...weekdays), Math.max(...weekdays)];
  const everyDay = regular.every((session) => new Set(session.weekdays).size === weekdays.size);
  if (!everyDay || weekdays.size !== last - first + 1) return undefined;
  const names = dayNames[language];
  const span = first === last ? names[first - 1]! : `${names[first - 1]} - ${names[last - 1]}`;
  const times = regular
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ from, to }) => `${from}-${to}`.replaceAll(/\b0(?=\d:)/g, ''));
  const text = [span, ...times].join(', ');
  return text.length > smsFields.hours.maxLength ? undefined : text;
};

/** The national calendars with an office's own days. */
export const calendarsOf = ({ localDays }: Pick<WardSettings, 'localDays'>): Calendars =>
  localDays.daysOff.length + localDays.extraWorkingDays.length === 0
    ? nationalCalendars
    : nationalCalendars.map((calendar) => withLocalDays(calendar, localDays));

/**
 * When to come, if the calendar of that time is known. Years are announced one at a time; a citizen is better told
 * without an hour than not at all, and the office still sees which years are missing.
 */
export const pickUpAt = (office: WardSettings, procedureCode: string, told: Instant): PickUp | undefined => {
  const calendars = calendarsOf(office);
  const years = [told, plus(told, days(daysAhead))].map((instant) => Number(dayOf(instant).slice(0, 4)));
  if (!years.every((year) => knownYears(calendars).includes(year))) return undefined;
  return nextPickUp(office.officeHours, calendars, procedureCode, told);
};
