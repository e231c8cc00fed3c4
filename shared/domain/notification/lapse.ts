/** What becomes of a text that waits too long to be said as it is, or for which the limits have no room. */
import { addDays, at, dayOf } from '../values/day.ts';
import { days, type Instant, plus } from '../values/instant.ts';
import { Status, statuses } from '../dossier/statuses.ts';
import { dialled } from '../phone/read-phone.ts';
import { sendableAt, type SendWindow } from '../calendar/send-window.ts';
import type { Cap } from './limits.ts';
import { type Notification, type NotificationMove, occurrenceIn } from './notification.ts';

/** How a notification changes by one move; what is named without a value is taken away. */
export type NotificationChange = {
  happened: NotificationMove;
  set: Partial<Notification>;
  remove: (keyof Notification)[];
};

/** Somebody rings the citizen instead, from `now` on, in the words for a call and under the same id. */
export const calledInstead = (
  { to, lapse }: Pick<Notification, 'to' | 'lapse'>,
  now: Instant,
  reason: string,
): NotificationChange => ({
  happened: 'called-instead',
  set: {
    channel: 'call-list',
    to: dialled(to),
    parts: 0,
    dueAt: now,
    reason,
    ...(lapse?.spoken !== undefined && { text: lapse.spoken }),
  },
  remove: ['heldBy', 'goodUntil', 'lapse', 'provider'],
});

/** It is said to nobody any more, and the office sees that it was not. */
export const givenToTheOffice = (reason: string): NotificationChange => ({
  happened: 'suppressed',
  set: { reason },
  remove: ['heldBy', 'goodUntil', 'lapse'],
});

/** What is due for a waiting text at `now`: nothing while it is good; else other words, a call, or the office's eye. */
export const lapsed = (
  seen: Notification,
  now: Instant,
  why = seen.reason,
): NotificationChange | undefined => {
  const { goodUntil, lapse } = seen;
  if (goodUntil === undefined || lapse === undefined || now <= goodUntil) return undefined;
  const { undated, newsUntil, becomes } = lapse;
  if (undated !== undefined && now < newsUntil) {
    const { undated: _said, ...left } = lapse;
    return {
      happened: 'reworded',
      set: { ...undated, goodUntil: newsUntil, lapse: left },
      remove: undated.provider === undefined ? ['provider'] : [],
    };
  }
  const reason = `no longer true${why === undefined ? '' : `: ${why}`}`;
  return becomes === 'call' ? calledInstead(seen, now, reason) : givenToTheOffice(reason);
};

/** A chosen figure, not a rule: whoever waited longer than this for room is better rung. */
const waitsForRoom = days(3);

/**
 * When a text that a full cap keeps back is looked at again: the next morning, since offices raise their limits. Undefined
 * when there will be no room while it is news, or none soon enough. `retryAt` is when the cap is free again.
 */
export const roomFor = (
  { createdAt, newsUntil }: { createdAt: Instant; newsUntil: Instant },
  retryAt: Instant | undefined,
  sendWindow: SendWindow,
  now: Instant,
): Instant | undefined => {
  if (retryAt === undefined) return undefined;
  const room = sendableAt(sendWindow, retryAt);
  if (room >= newsUntil || room > plus(createdAt, waitsForRoom)) return undefined;
  const morning = sendableAt(sendWindow, at(addDays(dayOf(now), 1), '00:00'));
  return room < morning ? room : morning;
};

/** A notification as it is owed where a cap is full: waiting for room, given to somebody to ring, or to the office. */
export const heldBack = (
  seen: Notification,
  { cap, retryAt }: { cap: Cap; retryAt?: Instant },
  sendWindow: SendWindow,
  now: Instant,
): Notification => {
  const reason = `cap: ${cap}`;
  const { newsUntil = now, becomes = 'work' } = seen.lapse ?? {};
  const room = roomFor({ createdAt: seen.createdAt, newsUntil }, retryAt, sendWindow, now);
  if (room !== undefined) return { ...seen, heldBy: cap, reason, dueAt: room };
  if (becomes === 'work') return { ...seen, state: 'suppressed', reason };
  return { ...seen, ...calledInstead(seen, now, reason).set };
};

/** What is no news of a dossier answers a citizen or follows a parcel, and goes with the results. */
const turnOf = ({ id }: Notification): number => {
  const status = Status.safeParse(occurrenceIn(id).split('@')[0]);
  return status.success ? statuses[status.data].news.turn : 1;
};

/** Who goes first where there is not room for all: what matters most, and of that the oldest. */
export const inTurn = (waiting: readonly Notification[]): Notification[] =>
  waiting.toSorted((a, b) => turnOf(a) - turnOf(b) || (a.createdAt < b.createdAt ? -1 : 1));
