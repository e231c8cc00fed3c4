/** A vaccination plan as a calendar file for the family's phone (RFC 5545, iCalendar). */
import type { Instant } from '../../values/instant.ts';
import { addDays, type Day } from '../../values/day.ts';
import { plannedOn, type PlannedDose, type VaccinationPlan } from './plan.ts';

/** RFC 5545 section 3.1: at most 75 octets a line, without the line break. */
const octetsPerLine = 75;

const octets = (character: string): number => {
  const point = character.codePointAt(0)!;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
};

/** One content line folded by octets, never inside a character: Vietnamese letters take two or three octets each. */
export const fold = (line: string): string => {
  let folded = '';
  let used = 0;
  for (const character of line) {
    const size = octets(character);
    if (used + size > octetsPerLine) {
      folded += '\r\n ';
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
};

/** Text as a property value (section 3.3.11). Other control characters have no place in a calendar and are left out. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll(/\r\n|[\r\n]/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '');

const date = (day: Day): string => day.replaceAll('-', '');
const stampOf = (instant: Instant): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

export type CalendarFile = {
  plan: VaccinationPlan;
  /** Names the letter in every UID, so that a newer file replaces the events of an older one. */
  letterId: string;
  /** When the plan was made or last changed: DTSTAMP comes from the data, so the same plan is the same file. */
  madeAt: Instant;
  /** How often it was changed. It rises with every change, or phones go on showing what they had (section 3.8.7.4). */
  sequence: number;
  /** Where the sessions are held. */
  place?: { name: string; address: string } | undefined;
  /** Doses of an earlier version that have no day any more: phones take them out. */
  dropped?: readonly PlannedDose[];
};

/** The doses that have a day and so an event; the others are left to the health station. */
export const datedDoses = ({ doses }: VaccinationPlan): PlannedDose[] => doses.filter(({ past }) => !past);

const head = (name: string): string[] => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Bao Tin//Lich tiem chung//VI',
  'CALSCALE:GREGORIAN',
  'METHOD:PUBLISH',
  `X-WR-CALNAME:${escapeText(name)}`,
  'REFRESH-INTERVAL;VALUE=DURATION:P1D',
  'X-PUBLISHED-TTL:P1D',
];

const fileOf = (lines: readonly string[]): string => [...lines, 'END:VCALENDAR', ''].map(fold).join('\r\n');

type Stamp = Pick<CalendarFile, 'letterId' | 'madeAt' | 'sequence'>;

const identity = (dose: PlannedDose, { letterId, madeAt, sequence }: Stamp): string[] => [
  'BEGIN:VEVENT',
  `UID:${dose.id}.${letterId}@bao-tin`,
  `DTSTAMP:${stampOf(madeAt)}`,
  `SEQUENCE:${sequence}`,
  `DTSTART;VALUE=DATE:${date(plannedOn(dose))}`,
  `DTEND;VALUE=DATE:${date(addDays(plannedOn(dose), 1))}`,
];

/** An event that phones take out. It says nothing of a child, nor why. */
const cancelled = (dose: PlannedDose, stamp: Stamp): string[] => [
  ...identity(dose, stamp),
  'STATUS:CANCELLED',
  'SUMMARY:Không còn lịch hẹn',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/**
 * One all-day event a dose, with a reminder at nine o'clock the morning before. Doses left to the health station have
 * no day and no event. The child's name is not in the file: it syncs to other people's clouds.
 */
export const calendarFile = ({ plan, place, dropped = [], ...stamp }: CalendarFile): string => {
  const events = datedDoses(plan).flatMap((dose) => {
    const summary = escapeText(`Tiêm chủng cho bé: ${dose.vaccine}, lần ${dose.dose}`);
    const hours = dose.session ? [`Buổi tiêm từ ${dose.session.from} đến ${dose.session.to}.`] : [];
    return [
      ...identity(dose, stamp),
      `SUMMARY:${summary}`,
      `DESCRIPTION:${escapeText([...hours, ...plan.disclaimers].join('\n'))}`,
      ...(place ? [`LOCATION:${escapeText(`${place.name}, ${place.address}`)}`] : []),
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${summary}`,
      'TRIGGER:-PT15H',
      'END:VALARM',
      'END:VEVENT',
    ];
  });
  return fileOf([...head(plan.heading), ...events, ...dropped.flatMap((dose) => cancelled(dose, stamp))]);
};

/**
 * The same calendar when it has ended: every event it ever had is taken out. It is an answer like any other, since a phone
 * that finds nothing keeps what it has and goes on reminding.
 */
export const endedCalendar = ({ plan, dropped = [], ...stamp }: CalendarFile): string =>
  fileOf([
    ...head('Lịch đã kết thúc'),
    ...[...datedDoses(plan), ...dropped].flatMap((dose) => cancelled(dose, stamp)),
  ]);
