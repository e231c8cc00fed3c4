import { mayHaveLeft } from '../../notification/has-left.ts';
import { type Notification, type NotificationState, occurrenceIn } from '../../notification/notification.ts';
import { Status } from '../../dossier/statuses.ts';
import { dayOf } from '../../values/day.ts';
import { between, Instant, minutes } from '../../values/instant.ts';
import { bucketOf, type MessageFate, waitBuckets } from '../figures.ts';
import type { Tally } from '../tally.ts';

const fateIn: Readonly<Record<NotificationState, MessageFate>> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'taken',
  delivered: 'reached',
  undelivered: 'unreached',
  failed: 'unreached',
  unknown: 'unknown',
  unconfirmed: 'unknown',
  suppressed: 'suppressed',
  cancelled: 'cancelled',
  settled: 'reached', // by somebody of the office, who says so
};

/** When the status happened that this tells of; undefined for word of a journey or of a letter. */
const toldSince = ({ id }: Pick<Notification, 'id'>): Instant | undefined => {
  const [status, at] = occurrenceIn(id).split('@');
  if (!Status.safeParse(status).success) return undefined;
  // Behind the instant an occurrence may say which telling of it this is.
  const instant = Instant.safeParse(at?.slice(0, 'yyyy-mm-ddThh:mm:ss.sssZ'.length));
  return instant.success ? instant.data : undefined;
};

/**
 * What a message adds to the day on which it was owed: itself by channel and fate, what it cost where it has left, and how
 * long its citizen waited for it.
 */
export const talliesOfMessage = (message: Notification): Tally[] => {
  const { channel, state, createdAt, parts, attempt } = message;
  const day = dayOf(createdAt);
  const tallies: Tally[] = [{ day, figure: `message-${channel}-${fateIn[state]}`, by: 1 }];
  if (channel !== 'sms' || !mayHaveLeft({ state }) || state === 'sending') return tallies;
  tallies.push({ day, figure: 'parts', by: parts });
  const since = toldSince(message);
  if (since !== undefined && attempt !== undefined) {
    const waited = Math.max(between(since, attempt.at), 0) / minutes(1);
    tallies.push({ day, figure: `wait-${bucketOf(waitBuckets, waited)}`, by: 1 });
  }
  return tallies;
};
