import { type Instant, plus } from '../../../domain/values/instant.ts';
import {
  mayMove,
  type Notification,
  type NotificationMove,
  notificationMoves,
  receiptsComeWithin,
} from '../../../domain/notification/notification.ts';
import { notificationSweptFrom } from '../../../domain/notification/sweep.ts';
import { type SharedRecords, counts } from '../shared-records.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';
import type { DueNotification, Notifications } from '../../../domain/notification/notifications.ts';

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
    const { id, ward } = notification;
    all.set(id, notification);
    if (notification.state !== 'queued' || notification.channel === 'call-list') return;
    waiting.set(id, { id, ward, waits: 'queued', since: notificationSweptFrom(notification) });
  };
  return { all, waiting, references: new Map(), doubts: new Set(), add };
};

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
      doubtful.set(before.attempt!.id, id);
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
      const isDue = ({ dueAt, channel }: Notification) => dueAt <= attempt.at && channel !== 'call-list';
      const attempts = (before?.attempts ?? 0) + 1;
      if (
        move(id, 'claimed', isDue, { attempt, attempts, carrier: undefined, reference: undefined }) ===
        'unchanged'
      ) {
        return before ? { is: 'not-ours', state: before.state } : { is: 'not-ours' };
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

    notTaken: async (id, { id: attempt }, again, reason) => {
      const moved = move(id, 'not-taken', (each) => each.attempt?.id === attempt, { dueAt: again, reason });
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
      if (moved === 'moved') wait(id, 'queued', until);
      return moved;
    },

    unconfirmed: async (id) => move(id, 'receipt-overdue', () => true, { reason: 'no receipt in time' }),

    cancelled: async (id, reason) => move(id, 'cancelled', () => true, { reason }),

    queuedAmong: async (ids) => ids.filter((id) => all.get(id)?.state === 'queued'),

    settled: async (id, { carrier, reference, outcome, detail, attempt }) => {
      const isAbout = (each: Notification) =>
        attempt === undefined
          ? each.reference === undefined || each.reference === reference
          : each.attempt?.id === attempt;
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
  };
};
