import type { AcceptedEvent, StatusEvent } from './event/status-event.ts';
import { statuses } from './statuses.ts';

/**
 * The place of an event among all events of its dossier, as text that compares as a string: by instant, then
 * sequence, then how far along the status is, then when we took it (who reports the same occurrence once more corrects
 * it), then id. It is a total order, so in whatever order events are decided, everybody agrees which one is the newest.
 */
export type EventOrder = string;

export const orderOf = ({
  occurredAt,
  sequence,
  status,
  eventId,
  acceptedAt,
}: StatusEvent & Pick<AcceptedEvent, 'acceptedAt'>): EventOrder =>
  [
    occurredAt,
    String(sequence ?? 0).padStart(9, '0'),
    statuses[status].place.rank.toFixed(1).padStart(4, '0'),
    Date.parse(acceptedAt).toString(36).padStart(9, '0'),
    eventId,
  ].join('/');
