import type { Decision } from '../../domain/decision/decision.ts';
import { becauseOvertaken } from '../../domain/notification/has-left.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';
import type { NotificationId } from '../../domain/values/ids.ts';
import type { DecidedInOrder } from './decide-in-order.ts';

/** What these decisions find no longer worth sending. */
export const overtakenIn = (decisions: readonly Decision[]): Set<NotificationId> =>
  new Set(decisions.flatMap(({ overtaken }) => overtaken));

/**
 * Cancels what is no longer worth sending, before the newer word is owed: if we die between the two, the newer word is still
 * undecided and comes again, and a cancelled message stays cancelled and is known as unsent.
 *
 * Answers the dossiers whose decision still holds: one that took something for unsent which has left meanwhile does not, and
 * comes again.
 */
export const cancelOvertaken = async (
  notifications: Pick<Notifications, 'unsentAmong' | 'cancelled'>,
  decided: readonly DecidedInOrder[],
): Promise<DecidedInOrder[]> => {
  const decisions = decided.flatMap(({ write }) => write.decisions);
  const unborn = new Set(decisions.flatMap((decision) => decision.notifications.map(({ id }) => id)));
  const earlier = [...overtakenIn(decisions)].filter((id) => !unborn.has(id));
  const waiting = await notifications.unsentAmong(earlier);
  const made = await Promise.all(waiting.map((id) => notifications.cancelled(id, becauseOvertaken)));
  const isCancelled = (id: NotificationId) => made[waiting.indexOf(id)] === 'moved';
  const taken = decided.flatMap(({ unsent }) => unsent ?? []);
  const inDoubt = earlier.filter((id) => taken.includes(id) && !isCancelled(id));
  const unsent = inDoubt.length === 0 ? [] : await notifications.unsentAmong(inDoubt);
  const left = inDoubt.filter((id) => !unsent.includes(id));
  return decided.filter((one) => !one.unsent?.some((id) => left.includes(id)));
};
