import { between, days, hours, type Instant, plus } from '../../../domain/values/instant.ts';
import type { AcceptedEvent } from '../../../domain/dossier/event/status-event.ts';
import type { StatusEvents } from '../../../domain/dossier/event/status-events.ts';
import type { DecidedRow } from '../../decision/decide-notifications.ts';

/** How many events are decided together; what is left comes after them, while there is time. */
const atOnce = 500;

/** An event that cannot be decided for this long is given to a person. */
const stuckAfter = days(1);

export type Decide = (events: readonly AcceptedEvent[]) => Promise<{ rows: DecidedRow[] }>;

/** Decides events whose doorbell was lost, until none is left or the time is up. */
export const decideOverdue = async (
  { events, decide }: { events: StatusEvents; decide: Decide },
  timeLeft: () => boolean,
  now: Instant,
): Promise<{ decided: number; stuck: number }> => {
  const came = { decided: 0, stuck: 0 };
  while (timeLeft()) {
    const { events: overdue, unreadable } = await events.overdue(now, atOnce);
    came.stuck += unreadable;
    if (overdue.length === 0) break;
    const rows = await decide(overdue).then(
      (decided) => decided.rows,
      async () => oneByOne(decide, overdue, timeLeft),
    );
    for (const row of rows) {
      if ('decision' in row) {
        came.decided += 1;
        continue;
      }
      const age = between(row.event.acceptedAt, now);
      const stuck = age > stuckAfter;
      await events.postpone(row.event, plus(now, Math.min(hours(1), age)), stuck ? row.failed : undefined);
      if (stuck) came.stuck += 1;
    }
    if (overdue.length + unreadable < atOnce) break;
  }
  return came;
};

/** Decides each event alone when together they cannot be: one poisoned dossier must not keep the others waiting. */
const oneByOne = async (decide: Decide, events: readonly AcceptedEvent[], timeLeft: () => boolean) => {
  const rows: DecidedRow[] = [];
  for (const event of events) {
    if (!timeLeft()) break;
    const alone = await decide([event]).then(
      (decided) => decided.rows,
      (error: unknown) => [{ event, failed: error instanceof Error ? error.name : 'unknown' }],
    );
    rows.push(...alone);
  }
  return rows;
};
