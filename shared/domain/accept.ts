import * as z from 'zod';
import { between, type Instant, minutes } from './instant.ts';
import { errorsOf, type ProblemError } from './problem.ts';
import { StatusEvent } from './status-event.ts';

/** How many events one request may bring. */
export const eventsAtOnce = 100;

/** The body of `POST /v1/status-events`; each event is judged by itself, so one bad row never stops the rest. */
export const AcceptRequest = z.strictObject({ events: z.array(z.unknown()).min(1).max(eventsAtOnce) });

/** How far ahead of ours a reporting system's clock may be. */
const clocksMayDifferBy = minutes(15);

/** What one row of a request is: an event we can keep, or what is wrong with it. */
export type Judged =
  | { ok: true; event: StatusEvent }
  | { ok: false; eventId?: string; errors: ProblemError[] };

/** Reads one row. A status that has not happened yet is refused: nobody may be told of it. */
export const judge = (row: unknown, now: Instant): Judged => {
  const parsed = StatusEvent.safeParse(row);
  if (parsed.success) {
    if (between(now, parsed.data.occurredAt) <= clocksMayDifferBy) return { ok: true, event: parsed.data };
    return {
      ok: false,
      eventId: parsed.data.eventId,
      errors: [
        {
          pointer: '/occurredAt',
          code: 'in-the-future',
          message: 'This instant has not come yet; check the clock',
        },
      ],
    };
  }
  const named = z.object({ eventId: z.string().max(200) }).safeParse(row);
  return {
    ok: false,
    ...(named.success ? { eventId: named.data.eventId } : {}),
    errors: errorsOf(parsed.error),
  };
};
