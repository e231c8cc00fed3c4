import { mayMove, notificationMoves, ownerOf } from '../../../domain/notification/notification.ts';
import type { Notification } from '../../../domain/notification/notification.ts';
import type { DeskList } from '../../../domain/notification/acts.ts';
import { type SharedRecords, counts } from '../shared-records.ts';
import type { NotificationShelf } from './shelf.ts';
import { worklistPageSize, type NotificationWorklist } from '../../../domain/notification/desk.ts';

const isCall = ({ channel }: Notification): boolean => channel === 'call-list';
const since = ({ state, attempt, acts, createdAt, dueAt, channel }: Notification): string => {
  if (channel === 'call-list') return state === 'queued' ? dueAt : acts!.at(-1)!.at;
  return state === 'queued' || state === 'suppressed' ? createdAt : (attempt?.at ?? createdAt);
};

const isHeldBack = ({ state, heldBy }: Notification): boolean =>
  state === 'suppressed' || (state === 'queued' && heldBy !== undefined);

const belongs = (which: DeskList, each: Notification, now: string): boolean => {
  if (which === 'call-list') return isCall(each) && each.state === 'queued' && each.dueAt <= now;
  return which === 'held-back' ? isHeldBack(each) : each.state === which;
};

/** The desk in memory; a cursor counts what was shown. */
export const memoryWorklist = (
  shelf: NotificationShelf,
  { phones }: SharedRecords,
): NotificationWorklist => ({
  list: async (ward, which, { now, cursor = '0' }) => {
    const from = Number(cursor);
    const all = [...shelf.all.values()]
      .filter((each) => each.ward === ward && belongs(which, each, now))
      .toSorted((a, b) => (since(a) < since(b) ? -1 : 1));
    const items = all.slice(from, from + worklistPageSize);
    return {
      items,
      ...(all.length > from + worklistPageSize && { cursor: String(from + worklistPageSize) }),
    };
  },

  find: async (ward, id) => (ownerOf(id).ward === ward ? shelf.all.get(id) : undefined),

  act: async (seen, { happened, dueAt, reason }, act, card) => {
    const now = shelf.all.get(seen.id);
    if (now?.state !== seen.state || now.attempts !== seen.attempts || !mayMove(now.state, happened))
      return 'changed';
    if (card && !counts(phones, card)) return 'conflict';
    const { carrier: _carrier, reference: _reference, ...resent } = now;
    shelf.references.forEach(
      (id, key) => id === seen.id && act.what === 'resend' && shelf.references.delete(key),
    );
    shelf.doubts.delete(seen.id);
    shelf.waiting.delete(seen.id);
    shelf.add({
      ...(act.what === 'resend' ? resent : now),
      state: notificationMoves[happened].to,
      reason,
      acts: [...(now.acts ?? []), act],
      attempts: now.attempts + (act.what === 'call' ? 1 : 0),
      ...(dueAt !== undefined && { dueAt }),
    });
    return 'moved';
  },
});
