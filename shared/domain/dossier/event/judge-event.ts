import * as z from 'zod';
import { between, days, type Instant, minutes, plus } from '../../values/instant.ts';
import { garbledNamesIn } from './garbled-name.ts';
import { readLeniently } from './read-leniently.ts';
import { StatusEvent } from './status-event.ts';
import { type Warning, warnings, warningsAtMost } from '../../values/warning.ts';
import { errorsOf, type ProblemError } from '../../values/problem-error.ts';

/** How many events one request may bring. */
export const eventsAtOnce = 100;

/** The body of `POST /v1/status-events`; each event is judged by itself, so one bad row never stops the rest. */
export const AcceptRequest = z.strictObject({ events: z.array(z.unknown()).min(1).max(eventsAtOnce) });

/** How far ahead of ours a reporting system's clock may be. */
const clocksMayDifferBy = minutes(15);

/** Systems write "no date" as a day of 1753, 1899 or 1900; no dossier of today is from before the portal. */
const nothingHappenedBefore = '2000-01-01T00:00:00.000Z' as Instant;

/** What one row of a request is: an event we can keep, or what is wrong with it. */
export type Judged =
  | { ok: true; event: StatusEvent }
  | { ok: false; eventId?: string; errors: ProblemError[] };

const lenience = {
  needed: ['eventId', 'dossierCode', 'status', 'occurredAt'],
  cuttable: ['reason', 'name', 'street'],
} as const;

/** A promise lies between the day before it was made and five years after; anything else is how systems write "none". */
const isPlausible = (promise: Instant, made: Instant): boolean =>
  promise >= plus(made, -days(1)) && promise <= plus(made, days(5 * 365 + 2));

const promises = ['dueAt', 'newDueAt'] as const;

const withPlausible = (event: StatusEvent): { event: StatusEvent; found: Warning[] } => {
  const wrong = promises.filter((name) => {
    const promise = event[name];
    return promise !== undefined && !isPlausible(promise, event.occurredAt);
  });
  const rest = Object.fromEntries(Object.entries(event).filter(([name]) => !wrong.includes(name as never)));
  return { event: rest as StatusEvent, found: wrong.map((name) => warnings.implausible(name)) };
};

const wrongTime = (now: Instant, occurredAt: Instant): ProblemError | undefined => {
  const pointer = '/occurredAt';
  if (between(now, occurredAt) > clocksMayDifferBy)
    return { pointer, code: 'in-the-future', message: 'This instant has not come yet; check the clock' };
  return occurredAt < nothingHappenedBefore
    ? { pointer, code: 'implausible', message: 'Nothing happened then; this is how systems write "no date"' }
    : undefined;
};

/**
 * Reads one row. A status that has not happened yet is refused: nobody may be told of it. What is wrong with anything
 * but identity, status and time is left out and stands in the event's `warnings`.
 */
export const judge = (row: unknown, now: Instant): Judged => {
  const read = readLeniently(StatusEvent, row, lenience);
  const named = z.object({ eventId: z.string().max(200) }).safeParse(row);
  const by = named.success ? { eventId: named.data.eventId } : {};
  if (!read.ok) return { ok: false, ...by, errors: errorsOf(read.error) };
  const wrong = wrongTime(now, read.value.occurredAt);
  if (wrong !== undefined) return { ok: false, ...by, errors: [wrong] };

  const { event, found } = withPlausible(read.value);
  const { warnings: sent = [], ...facts } = event;
  const garbled = garbledNamesIn(facts).map((field) => warnings.garbled(field));
  const all = [...sent, ...read.warnings, ...found, ...garbled].slice(0, warningsAtMost);
  return { ok: true, event: { ...facts, ...(all.length > 0 && { warnings: all }) } };
};
