import { type Instant, minutes, plus, type Clock } from '../../domain/values/instant.ts';
import type { Receipts } from '../../domain/notification/receipt.ts';
import { type Decide, decideOverdue } from './due/decide-overdue.ts';
import { ownEarlyReceipts } from './due/own-early-receipts.ts';
import { pastOne } from './due/past-one.ts';
import { releaseHeld } from './release-held.ts';
import { allDue, ringDue } from './due/ring-due.ts';
import type { Budgets, PhoneCards } from '../../domain/notification/spending.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { DueNotification, Notifications } from '../../domain/notification/notifications.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';

/** A sender that has not reported back for this long is dead: longer than it may run, its time-outs included. */
const deadAfter = minutes(2);

/** What a carrier grants an account that nobody has asked more for. */
const usualRate = 20;

/** What one tick of the clock did, in counts. */
export type Tick = {
  rung: number;
  doubted: number;
  unconfirmed: number;
  decided: number;
  stuck: number;
  settled: number;
  ownerless: number;
};

/**
 * The clock's round: lets go what caps held back, rings for what is due, names the doubt of senders that died, decides events whose doorbell
 * was lost, and finds owners for early receipts. Each of these goes on by itself until it is through or the time is up, so
 * that none waits for another one’s thousands, and one that fails keeps none of the others, nor one record those behind it. Running twice or stopping
 * half-way is harmless.
 */
export const releaseDue = (ports: {
  events: StatusEvents;
  notifications: Notifications;
  receipts: Receipts;
  settings: SettingsStore;
  phones: PhoneCards;
  budgets: Budgets;
  doorbell: Doorbell;
  decide: Decide;
  clock: Clock;
  /** How many SMS a second the carriers take: so far the rings go ahead. */
  smsPerSecond?: number;
  /** Until when an older street sent what the store, since it was brought back, knows nothing of. */
  lostUntil?: Instant | undefined;
}) => {
  const { notifications, doorbell, receipts } = ports;
  const ring = ringDue(ports, ports.smsPerSecond ?? usualRate);

  const letGo = async (now: Instant, timeLeft: () => boolean): Promise<number> => {
    const held = await allDue(notifications, 'held', now, timeLeft);
    let rung = 0;
    for await (const released of releaseHeld(ports)(held, timeLeft)) {
      await doorbell.ring(released);
      rung += released.length;
    }
    return rung;
  };

  /** Page by page, and of each page one by one. */
  const each = async (
    waits: DueNotification['waits'],
    until: Instant,
    timeLeft: () => boolean,
    move: (id: DueNotification['id']) => Promise<'moved' | 'unchanged'>,
  ): Promise<number> => {
    const past = pastOne();
    let moved = 0;
    let place: unknown;
    do {
      const page = await notifications.dueOf(waits, until, place);
      for (const { id } of page.due) {
        if (!timeLeft()) return moved;
        if ((await past.on(() => move(id))) === 'moved') moved += 1;
      }
      place = page.next;
    } while (place !== undefined);
    past.end();
    return moved;
  };

  return async (timeLeft: () => boolean = () => true): Promise<Tick> => {
    const now = ports.clock();
    const dead = { staleSince: plus(now, -deadAfter) };
    const doubt = async (id: DueNotification['id']) =>
      notifications.doubted(id, dead, 'the sender never reported back');
    const all = [
      letGo(now, timeLeft),
      ring(now, timeLeft),
      each('sending', plus(dead.staleSince, -1), timeLeft, doubt),
      each('sent', now, timeLeft, async (id) => notifications.unconfirmed(id)),
      decideOverdue(ports, timeLeft, now),
      ownEarlyReceipts({ notifications, receipts }, timeLeft, now),
    ] as const;
    // All of them to their end; then the first failure, if there was any.
    await Promise.allSettled(all);
    const [released, rung, doubted, unconfirmed, overdue, early] = await Promise.all(all);
    return { rung: released + rung, doubted, unconfirmed, ...overdue, ...early };
  };
};
