import { type Notification, notificationPrivacy } from '../../../domain/notification/notification.ts';
import { notificationSweptFrom } from '../../../domain/notification/sweep.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { expiresAt } from '../expiry.ts';
import { fromItem, type Item, toItem, withoutHousekeeping } from '../item.ts';
import { deskPartition, doubtLookup, duePartitionOf, notificationKey, placeOf } from '../keys.ts';
import { openEach, sealEach } from '../personal.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';

/** Values for fields of a notification as its item holds them. */
export const sealedFor = (id: NotificationId, values: Record<string, unknown>, vault: Vault) =>
  sealEach(values, notificationPrivacy, vault, placeOf(notificationKey(id)));

/**
 * A notification's item: its open fields as they are, since moves are conditioned on them, the others sealed each by
 * itself. `doubtPk` lies ready, so that doubting it stays one write.
 */
export const notificationItem = (notification: Notification, vault: Vault): Item => {
  const { id, to, createdAt } = notification;
  return toItem({
    ...sealedFor(id, notification, vault),
    ...notificationKey(id),
    kind: 'notification',
    doubtPk: doubtLookup(vault.hash(to)),
    ...placeAt(notification),
    expiresAt: expiresAt('notification', createdAt),
  });
};

/** Where a notification waits: for the clock, for room under a cap, for somebody to ring the citizen or to look. */
const placeAt = (notification: Notification) => {
  const { id, ward, state, channel, heldBy, dueAt, createdAt } = notification;
  const shown = { lookupPk: deskPartition(ward, 'held-back'), lookupSk: createdAt };
  if (state === 'suppressed') return shown;
  if (state !== 'queued') return {};
  if (channel === 'call-list') return { duePk: deskPartition(ward, 'call-list'), dueSk: dueAt };
  return heldBy === undefined
    ? { duePk: duePartitionOf('queued', id), dueSk: notificationSweptFrom(notification) }
    : { duePk: duePartitionOf('held', id), dueSk: dueAt, ...shown };
};

/** The notification in an item. */
export const notificationIn = (item: Item, vault: Vault): Notification => {
  const { doubtPk: _doubtPk, ...stored } = fromItem(withoutHousekeeping(item));
  const place = placeOf(notificationKey(stored['id'] as NotificationId));
  return openEach(stored, notificationPrivacy, vault, place) as Notification;
};
