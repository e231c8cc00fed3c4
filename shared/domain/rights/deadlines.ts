/** By when an office has to answer somebody who asks about their own data. Days as data, with where they were read. */
import { addDays, type Day } from '../values/day.ts';
import { type Calendars, workingDayFrom } from '../calendar/calendar.ts';

export const personRights = ['export', 'correct', 'restrict', 'erase'] as const;
export type PersonRight = (typeof personRights)[number];

export type Deadline = {
  days: number;
  counts: 'working days' | 'days';
  inForceFrom: Day;
  source: string;
  /** A: read in an official text. B: one secondary source; the office's own lawyer confirms it. */
  confidence: 'A' | 'B';
};

const law = {
  inForceFrom: '2026-01-01' as Day,
  source: 'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP, as repositories quote them from the gazette',
  confidence: 'B',
} as const;

/** That a request has come in is answered first, whatever is asked. */
export const firstAnswer: Deadline = { days: 2, counts: 'working days', ...law };

export const deadlines: Readonly<Record<PersonRight, Deadline>> = {
  export: { days: 10, counts: 'days', ...law },
  correct: { days: 10, counts: 'days', ...law },
  restrict: { days: 15, counts: 'days', ...law },
  erase: { days: 20, counts: 'days', ...law },
};

/** The last day on which a request of that day is answered in time. The day it came in does not count. */
export const lastDayFor = ({ days, counts }: Deadline, receivedOn: Day, calendars: Calendars): Day => {
  if (counts === 'days') return addDays(receivedOn, days);
  let day = receivedOn;
  for (let count = 0; count < days; count += 1) day = workingDayFrom(calendars, addDays(day, 1));
  return day;
};
