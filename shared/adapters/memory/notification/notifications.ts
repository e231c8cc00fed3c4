import { type Instant, plus } from '../../../domain/values/instant.ts';
import {
  mayMove,
  type Notification,
  type NotificationMove,
  notificationMoves,
  receiptsComeWithin,
} from '../../../domain/notification/notification.ts';
import { isUnsent } from '../../../domain/notification/has-left.ts';
import type { NotificationShelf } from './shelf.ts';
import { type SharedRecords, counts } from '../shared-records.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';
import type { DueNotification, Notifications } from '../../../domain/notification/notifications.ts';

const referenceKey = (carrier: string, reference: string): string => `${carrier} ${reference}`;

/**
 * Notifications in memory: the same moves under the same conditions, each in one step. A message to a phone that no receipt
 * ever comes for is never called unconfirmed.
 */
export const memoryNotifications = (
  { all, waiting, references, doubts, add }: NotificationShelf,
  { phones }: SharedRecords,
  receiptsComeFor: (to: string) => boolean = () => true,
): Notifications => {
  const doubtful = new Map<string, NotificationId>();
  const wait = (id: NotificationId, waits?: DueNotification['waits'], since?: Instant) => {
    if (waits === undefined || since === undefined) waiting.delete(id);
    else waiting.set(id, { id, ward: all.get(id)!.ward, waits, since });
  };

  const move = (
    id: NotificationId,
    happened: NotificationMove,
    onlyIf: (notification: Notification) => boolean,
    change: Partial<Notification>,
  ): 'moved' | 'unchanged' => {
    const before = all.get(id);
    if (!before || !mayMove(before.state, happened) || !onlyIf(before)) return 'unchanged';
    const { to: state } = notificationMoves[happened];
    all.set(id, { ...before, ...change, state });
    wait(id);
    if (state !== 'unknown') doubts.delete(id);
    else {
      doubts.add(id);
      if (before.attempt !== undefined) doubtful.set(before.attempt.id, id);
    }
    return 'moved';
  };

  return {
    owe: async (notification, card) => {
      if (all.has(notification.id)) return 'existing';
      if (card && !counts(phones, card)) return 'conflict';
      add(notification);
      return 'owed';
    },

    claim: async (id, attempt) => {
      const before = all.get(id);
      if (before?.state === 'sending' && before.attempt?.id === attempt.id) {
        return { is: 'ours', notification: before };
      }
      const isGood = ({ goodUntil }: Notification) => goodUntil === undefined || attempt.at <= goodUntil;
      const isReady = ({ dueAt, channel, heldBy }: Notification) =>
        dueAt <= attempt.at && channel !== 'call-list' && heldBy === undefined;
      const isDue = (each: Notification) => isReady(each) && isGood(each);
      const attempts = (before?.attempts ?? 0) + 1;
      if (
        move(id, 'claimed', isDue, { attempt, attempts, carrier: undefined, reference: undefined }) ===
        'unchanged'
      ) {
        if (before === undefined) return { is: 'not-ours' };
        const lapsed = before.state === 'queued' && isReady(before) && !isGood(before);
        return { is: 'not-ours', state: before.state, ...(lapsed && { lapsed: before }) };
      }
      wait(id, 'sending', attempt.at);
      return { is: 'ours', notification: all.get(id)! };
    },

    accepted: async (id, { id: attempt, at }, carrier, reference) => {
      const moved = move(id, 'accepted', (each) => each.attempt?.id === attempt, {
        carrier,
        reference,
        reason: undefined,
      });
      if (moved === 'moved') {
        references.set(referenceKey(carrier, reference), id);
        if (receiptsComeFor(all.get(id)!.to)) wait(id, 'sent', plus(at, receiptsComeWithin));
      }
      return moved;
    },

    notTaken: async (id, { id: attempt }, again, reason, how) => {
      const attempts = (all.get(id)?.attempts ?? 0) - (how?.counts === false ? 1 : 0);
      const change = { dueAt: again, reason, attempts };
      const moved = move(id, 'not-taken', (each) => each.attempt?.id === attempt, change);
      if (moved === 'moved') wait(id, 'queued', again);
      return moved;
    },

    refused: async (id, { id: attempt }, reason) =>
      move(id, 'refused', (each) => each.attempt?.id === attempt, { reason }),

    doubted: async (id, which, reason) =>
      move(
        id,
        'doubted',
        ({ attempt }) =>
          attempt !== undefined && ('id' in which ? attempt.id === which.id : attempt.at < which.staleSince),
        { reason },
      ),

    postponed: async (id, until) => {
      const moved = move(id, 'postponed', () => true, { dueAt: until });
      if (moved === 'moved') wait(id, all.get(id)!.heldBy === undefined ? 'queued' : 'held', until);
      return moved;
    },

    asNow: async (id) => all.get(id),

    heldAmong: async (ids) =>
      ids.map((id) => all.get(id)!).filter(({ state, heldBy }) => state === 'queued' && heldBy !== undefined),

    release: async ({ id }, now, card) => {
      const held = all.get(id);
      if (held?.state !== 'queued' || held.heldBy === undefined) return 'unchanged';
      if (!counts(phones, card)) return 'conflict';
      const moved = move(id, 'room-found', () => true, {
        dueAt: now,
        releasedAt: now,
        heldBy: undefined,
        reason: undefined,
      });
      wait(id, 'queued', now);
      return moved;
    },

    changed: async (id, { happened, set, remove }) => {
      const since = waiting.get(id);
      const gone = Object.fromEntries(remove.map((name) => [name, undefined]));
      const moved = move(id, happened, () => true, { ...set, ...gone });
      const { state, channel } = all.get(id) ?? {};
      if (moved === 'moved' && state === 'queued' && channel !== 'call-list' && since) waiting.set(id, since);
      return moved;
    },

    unconfirmed: async (id) => move(id, 'receipt-overdue', () => true, { reason: 'no receipt in time' }),

    cancelled: async (id, reason) => move(id, 'cancelled', () => true, { reason }),

    unsentAmong: async (ids) => ids.filter((id) => all.has(id) && isUnsent(all.get(id)!)),

    settled: async (id, { carrier, reference, outcome, detail, attempt }) => {
      const isAbout = (each: Notification) =>
        attempt === undefined
          ? each.reference === undefined || each.reference === reference
          : each.attempt === undefined || each.attempt.id === attempt;
      const moved = move(id, `receipt-${outcome}`, isAbout, { carrier, reference, reason: detail });
      if (moved === 'moved') references.set(referenceKey(carrier, reference), id);
      return moved;
    },

    withReference: async (carrier, reference) => {
      const id = references.get(referenceKey(carrier, reference));
      return id !== undefined && all.get(id)?.reference === reference ? id : undefined;
    },

    withAttempt: async (attempt) => doubtful.get(attempt),

    doubtsAbout: async (e164, from, until) =>
      [...doubts].filter((id) => {
        const { to, attempt } = all.get(id)!;
        return to === e164 && attempt !== undefined && from <= attempt.at && attempt.at <= until;
      }),

    ofDossier: async (ward, code) =>
      [...all.values()]
        .filter((each) => each.ward === ward && each.dossierCode === code)
        .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),

    due: async (now, limit) =>
      [...waiting.values()]
        .filter(({ since }) => since <= now)
        .toSorted((a, b) => (a.since < b.since ? -1 : 1))
        .slice(0, limit),

    dueOf: async (waits, now) => ({
      due: [...waiting.values()]
        .filter((each) => each.waits === waits && each.since <= now)
        .toSorted((a, b) => (a.since < b.since ? -1 : 1)),
    }),
  };
};
