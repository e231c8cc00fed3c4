import { mayHaveLeft } from '../../../domain/notification/has-left.ts';
import type { Notification } from '../../../domain/notification/notification.ts';
import type { Item } from '../item.ts';
import { without } from './layouts.ts';

/** Messages that have not left do not leave any more; what has left is not taken back, and late receipts find it. */
export const silenced = (item: Item): Item => {
  const state = item['state']!.S! as Notification['state'];
  const hidden = without(item, 'doubtPk');
  if (mayHaveLeft({ state })) return hidden;
  const waits = without(hidden, 'duePk', 'dueSk', 'lookupPk', 'lookupSk', 'heldBy');
  return state === 'queued' ? { ...waits, state: { S: 'cancelled' } } : waits;
};

/** By what a dossier is found beside its key: a phone, its code alone, a promise. */
export const findable = ['lookupPk', 'lookupSk', 'dispatchPk', 'dispatchSk', 'duePk', 'dueSk'];
