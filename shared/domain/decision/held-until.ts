import { knownYears } from '../calendar/calendar.ts';
import { regularSessions } from '../calendar/office-sessions.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Round } from '../dossier/rounds.ts';
import { tellableAt } from '../dossier/superseding.ts';
import type { WardSettings } from '../office/ward-settings.ts';
import { at, type Day, dayOf } from '../values/day.ts';
import { type Instant, minutes, plus } from '../values/instant.ts';
import { calendarsOf } from './opening-text.ts';

/** When the counter shuts on a day; the usual hour where nobody knows. */
const closingOn = (office: WardSettings, day: Day): Instant => {
  const calendars = calendarsOf(office);
  const isKnown = knownYears(calendars).includes(Number(day.slice(0, 4)));
  return (
    (isKnown ? regularSessions(office.officeHours, calendars, day).at(-1)?.to : undefined) ?? at(day, '17:00')
  );
};

/** A chosen figure: how long a result may lie before somebody who sat and waited for it needs a text. */
const atTheCounter = minutes(20);

/**
 * When news may be told at the earliest, quiet hours aside. Whoever filed what nobody waits for sits at the counter: that it
 * was received is told only if no result came by closing time, and the result only if it still lies there after a while.
 */
export const heldUntil = (office: WardSettings, { atOnce }: Dossier, news: Round): Instant => {
  const plain = tellableAt(office.holdBack, news);
  if (atOnce !== true) return plain;
  const { status, occurredAt } = news;
  const held =
    status === 'received'
      ? closingOn(office, dayOf(occurredAt))
      : status === 'completed'
        ? plus(occurredAt, atTheCounter)
        : plain;
  return held > plain ? held : plain;
};
