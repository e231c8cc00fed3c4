/** Events of senders that give them no name: a list, a record, a sheet. */
import { shortMark } from '../../values/writing/short-mark.ts';

type Content = { dossierCode: string; occurredAt: string };

/**
 * The same content again makes the same id, so it is a duplicate. Content that was corrected, or another source of
 * the same step, makes another id for the same occurrence, so it is taken in and the citizen is not told again. `step` is
 * the status as its source numbers or names it.
 */
export const namedByContent = <Event extends Content>(
  step: number | string,
  event: Event,
): Event & { eventId: string } => ({
  eventId: [
    event.dossierCode.replaceAll(/[^A-Za-z0-9._:-]/g, '_'),
    step,
    event.occurredAt.slice(0, 19).replaceAll(/\D/g, ''),
    shortMark(JSON.stringify(event)),
  ].join('.'),
  ...event,
});

/** The fields that say something. */
export const present = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
