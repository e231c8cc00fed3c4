import type { Notification } from '../../domain/notification.ts';
import { notificationSweptFrom } from '../../domain/sweep.ts';
import type { Vault } from '../../domain/vault.ts';
import { expiresAt } from './expiry.ts';
import { fromItem, type Item, toItem, withoutHousekeeping } from './item.ts';
import { deskPartition, doubtLookup, duePartitionOf, notificationKey, placeOf } from './keys.ts';

type StoredNotification = Omit<Notification, 'to'> & { to: string; doubtPk: string };

/**
 * A notification's item: its fields as they are, since moves are conditioned on them, but the phone sealed. The text
 * names nobody. `doubtPk` lies ready, so that doubting it stays one write.
 */
export const notificationItem = (notification: Notification, vault: Vault): Item => {
  const { to, createdAt, state } = notification;
  const key = notificationKey(notification.id);
  return toItem({
    ...notification,
    ...key,
    kind: 'notification',
    to: vault.seal(to, placeOf(key)),
    doubtPk: doubtLookup(vault.hash(to)),
    ...(state === 'queued' && waitingPlace(notification)),
    expiresAt: expiresAt('notification', createdAt),
  });
};

/** Where a queued notification waits: for the clock, or for somebody to ring the citizen. */
const waitingPlace = (notification: Notification) =>
  notification.channel === 'call-list'
    ? { duePk: deskPartition(notification.ward, 'call-list'), dueSk: notification.dueAt }
    : { duePk: duePartitionOf('queued', notification.id), dueSk: notificationSweptFrom(notification) };

/** The notification in an item. */
export const notificationIn = (item: Item, vault: Vault): Notification => {
  const {
    doubtPk: _doubtPk,
    to,
    ...notification
  } = fromItem(withoutHousekeeping(item)) as StoredNotification;
  return { ...notification, to: vault.open(to, placeOf(notificationKey(notification.id))) };
};
