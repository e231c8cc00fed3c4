import { between, type Instant, minutes } from '../../../domain/values/instant.ts';
import { wardByWard } from '../../../domain/notification/pace/fair.ts';
import type { DueNotification, Notifications } from '../../../domain/notification/notifications.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';
import type { Doorbell } from '../../../domain/notification/doorbell-message.ts';

/** For so many seconds of sending there may be rings ahead: the clock strikes twice in that time. */
const secondsAhead = 150;

/** While there are no more than this, ringing lengthens no queue that anybody would notice. */
const fewRings = 1000;

/** How many are rung for between two looks at the time. */
const atOnce = 200;

/** How many that are due are looked at, so that a country’s night fits into one function’s memory. */
const mostLookedAt = 250_000;

/** A ring that nobody has answered for so long is lost. */
const answeredWithin = minutes(15);

/** All of one kind that is due, page after page, until the time is up. */
export const allDue = async (
  notifications: Notifications,
  waits: DueNotification['waits'],
  now: Instant,
  timeLeft: () => boolean,
): Promise<DueNotification[]> => {
  const due: DueNotification[] = [];
  let place: unknown;
  do {
    const page = await notifications.dueOf(waits, now, place);
    due.push(...page.due);
    place = page.next;
  } while (place !== undefined && due.length < mostLookedAt && timeLeft());
  return due;
};

/**
 * Rings for what is due, ward by ward, as far ahead as the senders need until the clock strikes again. What it has rung for and
 * nobody has answered yet it remembers, so that a long queue is not lengthened by the same again; who forgets, such as a
 * new process, only rings twice. An empty queue has answered everything.
 */
export const ringDue = (
  { notifications, doorbell }: { notifications: Notifications; doorbell: Doorbell },
  perSecond: number,
) => {
  let rung = new Map<NotificationId, { since: Instant; at: Instant }>();
  return async (now: Instant, timeLeft: () => boolean): Promise<number> => {
    const due = await allDue(notifications, 'queued', now, timeLeft);
    if (due.length === 0) return 0;
    const waiting = await doorbell.waiting();
    const isAnswered = ({ id, since }: DueNotification) => {
      const last = rung.get(id);
      return waiting === 0 || last?.since !== since || between(last.at, now) > answeredWithin;
    };
    const unanswered = due.filter((each) => !isAnswered(each));
    const room = Math.max(fewRings, Math.ceil(perSecond * secondsAhead)) - waiting;
    const next = wardByWard(due.filter(isAnswered)).slice(0, Math.max(room, 0));
    rung = new Map(unanswered.map(({ id }) => [id, rung.get(id)!]));
    let done = 0;
    while (done < next.length && timeLeft()) {
      const some = next.slice(done, done + atOnce);
      await doorbell.ring(some);
      for (const { id, since } of some) rung.set(id, { since, at: now });
      done += some.length;
    }
    return done;
  };
};
