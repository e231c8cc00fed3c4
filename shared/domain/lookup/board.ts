/** What the board at the counter of an office shows to everybody who sits there: no name, no procedure, no whole code. */
import { knownYears, dayOffOn } from '../calendar/calendar.ts';
import { extraSessions, regularSessions } from '../calendar/office-sessions.ts';
import { calendarsOf } from '../decision/opening-text.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { type Announcement, insertsOn, type Slide, slidesOf } from '../office/counter/board-words.ts';
import { helpOn } from '../office/counter/offers.ts';
import type { WardSettings } from '../office/ward-settings.ts';
import { addDays, type Day, dayOf, timeOf, weekdayOf } from '../values/day.ts';
import { days, type Instant } from '../values/instant.ts';

/** Codes on one page of the board, and pages of them: the newest results, which somebody may sit here for. */
export const codesAPage = 12;
export const codesAtMost = 3 * codesAPage;

/** Whoever has not come by then is not waiting before the board. */
export const readyFor = days(30);

/** `tail`: the last four digits of a code, which the slip of paper has too. */
export type ReadyCode = { tail: string; filedOn: Day };

/** Something that happens today, or on the next day that has it. */
export type Today = {
  is: 'morning' | 'afternoon' | 'extra' | 'help' | 'no-appointment' | 'closed';
  from?: string;
  to?: string;
  /** Absent where it is today. */
  on?: Day;
  words?: string;
  places?: number;
};

export type Board = {
  at: Instant;
  day: Day;
  ready: readonly ReadyCode[];
  today: readonly Today[];
  slides: readonly Slide[];
  inserts: readonly Announcement[];
  hotline: string | undefined;
};

const tailOf = (code: string): string => {
  const digits = code.replaceAll(/\D/g, '');
  return digits.length < 4 ? code.slice(-4) : digits.slice(-4);
};

const readyCode = ({ code, steps }: Dossier): ReadyCode[] => {
  const [first] = steps;
  return first === undefined ? [] : [{ tail: tailOf(code), filedOn: dayOf(first.occurredAt) }];
};

const hoursOf = ({ from, to }: { from: Instant; to: Instant }) => ({ from: timeOf(from), to: timeOf(to) });

/** When the counter is open on a day; nothing is said of a year that nobody has announced yet. */
const sessionsOn = (office: WardSettings, day: Day): Today[] => {
  const calendars = calendarsOf(office);
  if (!knownYears(calendars).includes(Number(day.slice(0, 4)))) return [];
  const regular = regularSessions(office.officeHours, calendars, day).map((session): Today => {
    const hours = hoursOf(session);
    return { is: hours.from < '12:00' ? 'morning' : 'afternoon', ...hours };
  });
  const extra = extraSessions(office.officeHours, calendars, day).map((session): Today => ({
    is: 'extra',
    ...hoursOf(session),
    ...(session.label !== undefined && { words: session.label }),
    ...(session.places !== undefined && { places: session.places }),
  }));
  const off = dayOffOn(calendars, day)?.name;
  const closed: Today[] =
    regular.length > 0 ? [] : [{ is: 'closed', ...(off !== undefined && { words: off }) }];
  return [...closed, ...regular, ...extra];
};

/** Who helps today, else on the next day of the week ahead that has somebody. */
const helpAhead = ({ offers }: WardSettings, today: Day): Today[] => {
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const day = addDays(today, ahead);
    const helps = helpOn(offers, day);
    if (helps.length > 0)
      return helps.map(({ from, to, by }) => ({
        is: 'help',
        from,
        to,
        words: by,
        ...(ahead > 0 && { on: day }),
      }));
  }
  return [];
};

const noAppointmentToday = ({ offers: { noAppointment } }: WardSettings, day: Day): Today[] =>
  noAppointment?.weekdays.includes(weekdayOf(day)) === true
    ? [{ is: 'no-appointment', words: String(noAppointment.procedures.length) }]
    : [];

/** The board at an instant. `ready` are the dossiers whose result lies at this counter, newest first. */
export const boardOf = (office: WardSettings, ready: readonly Dossier[], at: Instant): Board => {
  const day = dayOf(at);
  const sessions = sessionsOn(office, day);
  const isClosed = sessions.some(({ is }) => is === 'closed');
  return {
    at,
    day,
    ready: ready.flatMap(readyCode).slice(0, codesAtMost),
    today: [...sessions, ...(isClosed ? [] : noAppointmentToday(office, day)), ...helpAhead(office, day)],
    slides: slidesOf(office.board),
    inserts: insertsOn(office.board, day),
    hotline: office.hotline,
  };
};
