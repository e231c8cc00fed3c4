/** Whether a notification has left, as far as can be known: it may have been read, or surely was not. */
import type { Notification, NotificationState } from './notification.ts';

const mayHaveLeftIn: Record<NotificationState, boolean> = {
  queued: false,
  sending: true,
  sent: true,
  unknown: true,
  unconfirmed: true,
  delivered: true,
  undelivered: true,
  failed: false,
  suppressed: false,
  cancelled: false,
  // What had become of it before stands with its acts; whoever is not sure must not say that it never left.
  settled: true,
};

/** Whether somebody may have read it, or been rung. */
export const mayHaveLeft = ({ state }: Pick<Notification, 'state'>): boolean => mayHaveLeftIn[state];

/** Why a notification is cancelled that newer word, or the office's own act, made no longer worth sending. */
export const becauseOvertaken = 'overtaken';

/**
 * Whether nobody has read it, nor will as things stand. What was overtaken is among them: whoever took it back may have died
 * before writing what it took it back for, and must not believe the next time that it had left.
 */
export const isUnsent = ({ state, reason }: Pick<Notification, 'state' | 'reason'>): boolean =>
  state === 'queued' || (state === 'cancelled' && reason === becauseOvertaken);
