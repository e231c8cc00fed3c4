import type { Instant } from '../values/instant.ts';
import type { Ward } from '../values/ward.ts';
import type { Notification, NotificationAct } from './notification.ts';
import type { NotificationId } from '../values/ids.ts';
import type { ActMove, DeskList } from './acts.ts';
import type { CardWrite } from './spending.ts';

/** How many of a list are shown at once. */
export const worklistPageSize = 50;

export interface NotificationWorklist {
  /**
   * One list of a ward, the longest waiting first: calls that may be made at `now`; text messages in doubt, failed or
   * undelivered. `cursor` is there when there may be more.
   */
  list(
    ward: Ward,
    which: DeskList,
    asked: { now: Instant; cursor?: string | undefined },
  ): Promise<{ items: Notification[]; cursor?: string }>;
  /** The notification as it is now; nothing when the ward has none of this name. */
  find(ward: Ward, id: NotificationId): Promise<Notification | undefined>;
  /**
   * Makes the move and keeps who ordered it, if the notification is still in the state and at the attempt seen; with
   * the phone card that counts it, all or nothing. `conflict`: the phone was counted meanwhile, so count again.
   */
  act(
    seen: Notification,
    move: ActMove,
    act: NotificationAct,
    card?: CardWrite,
  ): Promise<'moved' | 'changed' | 'conflict'>;
}
