import { type Instant, minutes, plus } from '../values/instant.ts';
import type { Notification } from './notification.ts';
import type { AcceptedEvent } from '../dossier/event/status-event.ts';

/** How long the stream may take to have an event decided before the sweep looks at it. */
const decidedWithin = minutes(2);

/** How long a ring of the doorbell may take to be answered before the sweep rings again. */
const answeredWithin = minutes(1);

/** From when on the sweep looks after an event that is still undecided. */
export const eventSweptFrom = ({ acceptedAt }: Pick<AcceptedEvent, 'acceptedAt'>): Instant =>
  plus(acceptedAt, decidedWithin);

/** From when on the sweep rings for a queued notification: one that is due at once has just been rung for. */
export const notificationSweptFrom = ({
  createdAt,
  dueAt,
}: Pick<Notification, 'createdAt' | 'dueAt'>): Instant =>
  dueAt <= createdAt ? plus(createdAt, answeredWithin) : dueAt;
