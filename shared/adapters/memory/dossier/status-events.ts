import { canonical } from '../../../domain/values/writing/canonical.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { DecidedEvent } from '../../../domain/dossier/event/decided-event.ts';
import type { AcceptedEvent } from '../../../domain/dossier/event/status-event.ts';
import { fitsTheRule } from '../../../domain/dossier/dossier-code.ts';
import { mayLeaveWork } from '../../../domain/dossier/event/leaves-work.ts';
import { eventSweptFrom } from '../../../domain/notification/sweep.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import type { StatusEvents } from '../../../domain/dossier/event/status-events.ts';
import type { EventId } from '../../../domain/values/ids.ts';

/** `sweptFrom` is there as long as something has to happen to the event by itself. */
export type StoredEvent = { event: DecidedEvent; sweptFrom?: Instant };

export const memoryEventKey = (ward: Ward, id: EventId): string => `${ward} ${id}`;

const bodyOf = ({
  ward: _ward,
  acceptedAt: _at,
  outcome: _outcome,
  stuck: _stuck,
  ...body
}: DecidedEvent): string => canonical(body);

/** Status events in memory, over a map that others may share. */
export const memoryStatusEvents = (stored: Map<string, StoredEvent>): StatusEvents => ({
  accept: async (event) => {
    const key = memoryEventKey(event.ward, event.eventId);
    const known = stored.get(key);
    if (known) return bodyOf(known.event) === bodyOf(event) ? 'duplicate' : 'event-id-reused';
    stored.set(key, { event, sweptFrom: eventSweptFrom(event) });
    return 'accepted';
  },

  find: async (ward, ids) =>
    [...new Set(ids)].flatMap((id) => {
      const known = stored.get(memoryEventKey(ward, id));
      return known ? [known.event] : [];
    }),

  overdue: async (now, limit) => ({
    events: [...stored.values()]
      .filter((each): each is Required<StoredEvent> => each.sweptFrom !== undefined && each.sweptFrom <= now)
      .toSorted((a, b) => (a.sweptFrom < b.sweptFrom ? -1 : 1))
      .slice(0, limit)
      .map(({ event }): AcceptedEvent => event),
    unreadable: 0,
  }),

  leftToPeople: async (ward, after = '0', limit) => {
    const all = [...stored.values()]
      .map(({ event }) => event)
      .filter(({ ward: of, stuck, outcome, warnings, dossierCode }) => {
        const warned = (warnings?.length ?? 0) > 0;
        return (
          of === ward &&
          (outcome
            ? mayLeaveWork({ outcome, warned, codeFits: fitsTheRule(dossierCode) })
            : stuck !== undefined)
        );
      });
    const from = Number(after);
    const events = all.slice(from, from + limit);
    return { events, ...(all.length > from + limit && { cursor: String(from + limit) }) };
  },

  postpone: async ({ ward, eventId }, until, stuck) => {
    const key = memoryEventKey(ward, eventId);
    const known = stored.get(key);
    if (!known || known.event.outcome) return;
    const { stuck: _before, ...event } = known.event;
    stored.set(key, stuck === undefined ? { event, sweptFrom: until } : { event: { ...event, stuck } });
  },
});
