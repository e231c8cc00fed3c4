import type { Receipt } from '../../domain/notification/receipt.ts';
import type { NotificationId } from '../../domain/values/ids.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';

/**
 * Whose receipt it is, by what the carrier gave back: the notification's own name; the carrier's reference; or our
 * attempt, where the carrier's answer, and with it the reference, was lost.
 */
export const ownerOfReceipt = async (
  notifications: Notifications,
  { notification, carrier, reference, attempt }: Receipt,
): Promise<NotificationId | undefined> =>
  (notification as NotificationId | undefined) ??
  (await notifications.withReference(carrier, reference)) ??
  (attempt === undefined ? undefined : await notifications.withAttempt(attempt));
