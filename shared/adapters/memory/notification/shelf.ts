import type { Notification } from '../../../domain/notification/notification.ts';
import { notificationSweptFrom } from '../../../domain/notification/sweep.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';
import type { DueNotification } from '../../../domain/notification/notifications.ts';

/** Notifications with what a database would index: what waits for the clock, and who has which reference. */
export type NotificationShelf = {
  all: Map<NotificationId, Notification>;
  waiting: Map<NotificationId, DueNotification>;
  references: Map<string, NotificationId>;
  doubts: Set<NotificationId>;
  add: (notification: Notification) => void;
};

export const notificationShelf = (): NotificationShelf => {
  const all = new Map<NotificationId, Notification>();
  const waiting = new Map<NotificationId, DueNotification>();
  const add = (notification: Notification): void => {
    const { id, ward, heldBy, dueAt } = notification;
    all.set(id, notification);
    if (notification.state !== 'queued' || notification.channel === 'call-list') return;
    const since = heldBy === undefined ? notificationSweptFrom(notification) : dueAt;
    waiting.set(id, { id, ward, waits: heldBy === undefined ? 'queued' : 'held', since });
  };
  return { all, waiting, references: new Map(), doubts: new Set(), add };
};
