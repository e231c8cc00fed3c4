/** What a ward's people may do with a notification: ring a citizen, send again what may be lost, take back what waits, say that they saw to it. */
import * as z from 'zod';
import { between, hours, type Instant, minutes, plus } from '../values/instant.ts';
import { mayMove, type Notification, type NotificationMove } from './notification.ts';
import { OpenCircuits } from './pace/circuit.ts';
import { sendableAt, type SendWindow } from '../calendar/send-window.ts';
import { NotificationTold } from './notification-told.ts';

/** What lies on the desk of a ward's people: calls to make, doubts, what did not arrive, what limits hold back. */
const deskLists = ['call-list', 'unknown', 'failed', 'undelivered', 'unconfirmed', 'held-back'] as const;
export type DeskList = (typeof deskLists)[number];

/** Which list is asked for, and where a page begins. */
export const DeskQuery = z
  .object({
    channel: z.literal('call-list').optional(),
    state: z.enum(deskLists).exclude(['call-list']).optional(),
    cursor: z.string().optional(),
  })
  .transform(({ channel, state, cursor }) => ({ list: channel ?? state, cursor }))
  .pipe(z.object({ list: z.enum(deskLists), cursor: z.string().or(z.undefined()) }));

/** A notification that somebody has to look after. `dial` is the whole number, for a call that somebody has to make; everywhere else a phone is masked. */
export const DeskNotification = NotificationTold.extend({
  dossierCode: z.string(),
  dial: z.string().optional(),
});
export type DeskNotification = z.infer<typeof DeskNotification>;

export const DeskPage = z.strictObject({
  notifications: z.array(DeskNotification),
  cursor: z.string().optional(),
  carriers: OpenCircuits,
});
export type DeskPage = z.infer<typeof DeskPage>;

const Words = z.string().trim().normalize().min(1).max(200);

/** Why; whoever asks later reads it. */
export const ReasonedAct = z.strictObject({ reason: Words });

/** How a call ended. */
export const CallMade = z.strictObject({
  outcome: z.enum(['reached', 'no-answer', 'wrong-number']),
  note: Words.optional(),
});

export type NotificationActRequest =
  | ({ what: 'resend' } & z.infer<typeof ReasonedAct>)
  | ({ what: 'cancel' } & z.infer<typeof ReasonedAct>)
  | ({ what: 'settle' } & z.infer<typeof ReasonedAct>)
  | ({ what: 'call' } & z.infer<typeof CallMade>);

/** Why nothing was done: the present state, an order given before, a call too soon after one that nobody answered,
 * news that overtook it, or the citizen's own wish. */
export type ActRefusal = 'wrong-state' | 'resent-before' | 'called-lately' | 'news-overtaken' | 'opted-out';

/** A move of a notification, and when it is due then. */
export type ActMove = { happened: NotificationMove; dueAt?: Instant; reason: string };

/** Chosen defaults, not rules: long enough for somebody to have come home, few enough not to be a nuisance. */
export const callAgainAfter = hours(3);
export const callsAtMost = 3;

/** The same act within this time is one, sent twice: a second click, an answer that was lost, an officer whose page broke off. */
const sameActWithin = minutes(10);

/** Whether this was done already; what was ordered to be sent again counts as long as it has not left. */
const isSameAct = (
  { acts = [], state }: Notification,
  act: NotificationActRequest,
  now: Instant,
): boolean => {
  const last = acts.at(-1);
  const isRepeat = last?.what === act.what && last.reason === wordsOfAct(act);
  return isRepeat && between(last.at, now) < sameActWithin && (act.what !== 'resend' || state === 'queued');
};

/** Whether nobody answered a short while ago: three calls at one breakfast are one call. */
const isTooSoon = ({ acts = [], dueAt }: Notification, move: NotificationMove, now: Instant): boolean =>
  acts.at(-1)?.what === 'call' && now < dueAt && (move === 'call-unanswered' || move === 'call-given-up');

/**
 * What an act does to a notification. One order to resend, no more: whoever got no message twice is better rung. The
 * worth of the news and the citizen's choice are looked at again, for a doubt may be days old.
 *
 * A resend costs its parts again, and the caps are not asked here: they are the office's word on what a day may cost
 * and how often a phone may ring, so whoever orders it is told which one is full instead of passing over it. A call
 * costs nothing, the order may be given again when the cap is free, and the office may raise its limits.
 *
 * A call that nobody answered keeps three hours from the next that counts; who answers, or is a stranger, counts at once.
 */
export const judgeAct = (
  notification: Notification,
  act: NotificationActRequest,
  { now, sendWindow, ...known }: { now: Instant; sendWindow: SendWindow; stale: boolean; optedOut: boolean },
): ActMove | { refused: ActRefusal } | 'done-before' => {
  if (isSameAct(notification, act, now)) return 'done-before';
  const move = moveOf(notification, act);
  const isCall = notification.channel === 'call-list';
  const isForIt = act.what === 'cancel' || act.what === 'settle' || isCall === (act.what === 'call');
  if (!isForIt || !mayMove(notification.state, move)) return { refused: 'wrong-state' };
  const reason = wordsOfAct(act);
  switch (act.what) {
    case 'cancel':
    case 'settle':
      return { happened: move, reason };
    case 'call':
      if (act.outcome === 'no-answer' && isTooSoon(notification, move, now))
        return { refused: 'called-lately' };
      return move === 'call-unanswered'
        ? { happened: move, reason, dueAt: sendableAt(sendWindow, plus(now, callAgainAfter)) }
        : { happened: move, reason };
    case 'resend':
      if (notification.acts?.some(({ what }) => what === 'resend')) return { refused: 'resent-before' };
      if (known.stale) return { refused: 'news-overtaken' };
      if (known.optedOut) return { refused: 'opted-out' };
      return { happened: move, reason, dueAt: sendableAt(sendWindow, now) };
  }
};

const moves = { resend: 'resend-ordered', cancel: 'cancelled', settle: 'seen-to' } as const;

const moveOf = ({ attempts }: Notification, act: NotificationActRequest): NotificationMove => {
  if (act.what !== 'call') return moves[act.what];
  if (act.outcome === 'reached') return 'call-answered';
  return act.outcome === 'wrong-number' || attempts + 1 >= callsAtMost ? 'call-given-up' : 'call-unanswered';
};

/** What is kept of an act beside who and when. */
export const wordsOfAct = (act: NotificationActRequest): string => {
  if (act.what !== 'call') return act.reason;
  return act.note === undefined ? act.outcome : `${act.outcome}: ${act.note}`;
};
