import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import {
  mayMove,
  notificationMoves,
  type Notification,
  type NotificationMove,
  type NotificationState,
} from '../../../shared/domain/notification/notification.ts';
import { after, anAttempt, aReceipt, owing } from '../cost/ward-day.ts';
import type { Notifications } from '../../../shared/domain/notification/notifications.ts';

const attempt = anAttempt();

/** What brings a queued notification into each state that the port can bring it to. */
const ways: Partial<Record<NotificationState, (n: Notifications, of: Notification) => Promise<unknown>>> = {
  queued: async () => {},
  sending: (n, { id }) => n.claim(id, attempt),
  sent: async (n, { id }) => [await n.claim(id, attempt), await n.accepted(id, attempt, 'sns', 'sns-1')],
  unknown: async (n, { id }) => [await n.claim(id, attempt), await n.doubted(id, attempt, 'time-out')],
  failed: async (n, { id }) => [await n.claim(id, attempt), await n.refused(id, attempt, 'InvalidParameter')],
  delivered: async (n, { id }) => [await n.claim(id, attempt), await n.settled(id, aReceipt())],
  undelivered: async (n, { id }) => [
    await n.claim(id, attempt),
    await n.settled(id, aReceipt({ outcome: 'undelivered' })),
  ],
};

type Happening = (n: Notifications, id: Notification['id']) => Promise<unknown>;
const happenings: Partial<Record<NotificationMove, Happening>> = {
  claimed: async (n, id) => (await n.claim(id, anAttempt('attempt-2', after(9)))).is,
  accepted: (n, id) => n.accepted(id, attempt, 'sns', 'sns-1'),
  'not-taken': (n, id) => n.notTaken(id, attempt, after(10), 'ThrottlingException'),
  refused: (n, id) => n.refused(id, attempt, 'InvalidParameter'),
  doubted: (n, id) => n.doubted(id, attempt, 'time-out'),
  'receipt-delivered': (n, id) => n.settled(id, aReceipt()),
  'receipt-undelivered': (n, id) => n.settled(id, aReceipt({ outcome: 'undelivered' })),
};

/** Every store of notifications moves them by the move table, whatever it is made of. */
export const movesNotifications = (name: string, open: () => Promise<Store>) =>
  describe(`${name} moves notifications`, () => {
    for (const [state, bring] of Object.entries(ways) as [
      NotificationState,
      (typeof ways)['queued'] & {},
    ][]) {
      for (const [happened, happen] of Object.entries(happenings) as [NotificationMove, Happening][]) {
        const may = mayMove(state, happened);
        const end = may ? notificationMoves[happened].to : state;
        it(`${state}, ${happened}: ${may ? end : 'nothing changes'}`, async () => {
          const { n, owed, id, now } = await owing(open);
          await bring(n, owed);
          const before = await now();
          expect(before.state).toBe(state);
          expect(await happen(n, id)).toBe(
            happened === 'claimed' ? (may ? 'ours' : 'not-ours') : may ? 'moved' : 'unchanged',
          );
          const moved = await now();
          expect(moved).toEqual(may ? { ...moved, state: end } : before);
        });
      }
    }
  });
