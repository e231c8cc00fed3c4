import type { DeskList, DeskNotification, DeskPage } from '../../domain/notification/acts.ts';
import type { Notification } from '../../domain/notification/notification.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { notificationTold } from '../dossier/trace-dossier.ts';
import type { NotificationWorklist } from '../../domain/notification/desk.ts';
import type { Clock } from '../../domain/values/instant.ts';

/** What an office sees of a notification that somebody has to look after: the number only where it has to be dialled. */
export const worklistEntry = (notification: Notification): DeskNotification => ({
  ...notificationTold(notification),
  dossierCode: notification.dossierCode,
  ...(notification.channel === 'call-list' && notification.state === 'queued' && { dial: notification.to }),
});

/** One list of a ward's desk, the longest waiting first. */
export const listWorklist =
  ({ desk, clock }: { desk: NotificationWorklist; clock: Clock }) =>
  async (ward: Ward, which: DeskList, cursor: string | undefined): Promise<DeskPage> => {
    const page = await desk.list(ward, which, { now: clock(), cursor });
    return {
      notifications: page.items.map(worklistEntry),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    };
  };
