import {
  between,
  days,
  hours,
  type Instant,
  minutes,
  plus,
  type Clock,
} from '../../domain/values/instant.ts';
import { receiptsComeWithin } from '../../domain/notification/notification.ts';
import { type Receipt, sameHandover, type Receipts } from '../../domain/notification/receipt.ts';
import type { AcceptedEvent } from '../../domain/dossier/event/status-event.ts';
import type { DecidedRow } from '../decision/decide-notifications.ts';
import { ownerOfReceipt } from './owner-of-receipt.ts';
import { releaseHeld } from './release-held.ts';
import type { Budgets, PhoneCards } from '../../domain/notification/spending.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { DueNotification, Notifications } from '../../domain/notification/notifications.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';

/** How much one tick takes on; what is left waits for the next one. */
const atOnce = 500;

/** A sender that has not reported back for this long is dead: longer than it may run, its time-outs included. */
const deadAfter = minutes(2);

/** While this many rings are unanswered, ringing more would only lengthen the queue. */
const enoughRings = 1000;

/** An event that cannot be decided for this long is given to a person. */
const stuckAfter = days(1);

type Decide = (events: readonly AcceptedEvent[]) => Promise<{ rows: DecidedRow[] }>;

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
 * was lost, and finds owners for early receipts. Running twice or stopping half-way is harmless.
 */
export const releaseDue =
  (ports: {
    events: StatusEvents;
    notifications: Notifications;
    receipts: Receipts;
    settings: SettingsStore;
    phones: PhoneCards;
    budgets: Budgets;
    doorbell: Doorbell;
    decide: Decide;
    clock: Clock;
  }) =>
  async (timeLeft: () => boolean = () => true): Promise<Tick> => {
    const now = ports.clock();
    const tick: Tick = {
      rung: 0,
      doubted: 0,
      unconfirmed: 0,
      decided: 0,
      stuck: 0,
      settled: 0,
      ownerless: 0,
    };

    const due = await ports.notifications.due(now, atOnce);
    const released = await releaseHeld(ports)(due, timeLeft);
    await ringFor(ports.doorbell, [...released, ...due], tick);
    const dead = plus(now, -deadAfter);
    for (const { id } of due.filter(({ waits, since }) => waits === 'sending' && since < dead)) {
      if (!timeLeft()) return tick;
      const moved = await ports.notifications.doubted(
        id,
        { staleSince: dead },
        'the sender never reported back',
      );
      if (moved === 'moved') tick.doubted += 1;
    }
    for (const { id } of due.filter(({ waits }) => waits === 'sent')) {
      if (!timeLeft()) return tick;
      if ((await ports.notifications.unconfirmed(id)) === 'moved') tick.unconfirmed += 1;
    }

    if (!timeLeft()) return tick;
    await decideOverdue(ports, timeLeft, now, tick);

    for (const { receipt, tries } of await ports.receipts.overdue(now, atOnce)) {
      if (!timeLeft()) return tick;
      await findOwner(ports, receipt, tries, now, tick);
    }
    return tick;
  };

const ringFor = async (doorbell: Doorbell, due: readonly DueNotification[], tick: Tick) => {
  const queued = due.filter(({ waits }) => waits === 'queued');
  if (queued.length === 0 || (await doorbell.waiting()) > enoughRings) return;
  await doorbell.ring(queued);
  tick.rung = queued.length;
};

const decideOverdue = async (
  { events, decide }: { events: StatusEvents; decide: Decide },
  timeLeft: () => boolean,
  now: Instant,
  tick: Tick,
) => {
  const { events: overdue, unreadable } = await events.overdue(now, atOnce);
  tick.stuck += unreadable;
  if (overdue.length === 0) return;
  const rows = await decide(overdue).then(
    (decided) => decided.rows,
    async () => oneByOne(decide, overdue, timeLeft),
  );
  for (const row of rows) {
    if ('decision' in row) {
      tick.decided += 1;
      continue;
    }
    const age = between(row.event.acceptedAt, now);
    const stuck = age > stuckAfter;
    await events.postpone(row.event, plus(now, Math.min(hours(1), age)), stuck ? row.failed : undefined);
    if (stuck) tick.stuck += 1;
  }
};

/** Decides each event alone when together they cannot be: one poisoned dossier must not keep the others waiting. */
const oneByOne = async (decide: Decide, events: readonly AcceptedEvent[], timeLeft: () => boolean) => {
  const rows: DecidedRow[] = [];
  for (const event of events) {
    if (!timeLeft()) break;
    const alone = await decide([event]).then(
      (decided) => decided.rows,
      (error: unknown) => [{ event, failed: error instanceof Error ? error.name : 'unknown' }],
    );
    rows.push(...alone);
  }
  return rows;
};

/**
 * A receipt without an owner by any name may belong to a doubtful notification: it does if exactly one
 * attempt to that phone began around the time the carrier took a message.
 */
const findOwner = async (
  { notifications, receipts }: { notifications: Notifications; receipts: Receipts },
  receipt: Receipt,
  tries: number,
  now: Instant,
  tick: Tick,
) => {
  const owner = (await ownerOfReceipt(notifications, receipt)) ?? (await onlyDoubt(notifications, receipt));
  if (owner !== undefined) {
    await notifications.settled(owner, receipt);
    await receipts.close(receipt, 'applied');
    tick.settled += 1;
  } else if (between(receipt.takenAt, now) > receiptsComeWithin) {
    await receipts.close(receipt, 'ownerless');
    tick.ownerless += 1;
  } else {
    await receipts.keep(receipt, plus(now, Math.min(hours(6), minutes(2 ** tries))), tries + 1);
  }
};

const onlyDoubt = async (notifications: Notifications, { to, takenAt }: Receipt) => {
  if (to === undefined) return undefined;
  const doubts = await notifications.doubtsAbout(
    to,
    plus(takenAt, -sameHandover.after),
    plus(takenAt, sameHandover.before),
  );
  return doubts.length === 1 ? doubts[0] : undefined;
};
