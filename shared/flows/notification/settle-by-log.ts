import { becauseBroughtBack } from '../../domain/notification/restored/lost-time.ts';
import { ownerOf } from '../../domain/notification/notification.ts';
import type { NotificationWorklist } from '../../domain/notification/desk.ts';
import type { Clock, Instant } from '../../domain/values/instant.ts';
import type { NotificationId } from '../../domain/values/ids.ts';

/** What the sender's log says of one text: a carrier took it then. */
export type Left = { notification: NotificationId; at: Instant };

export type SettledByLog = {
  notification: NotificationId;
  outcome: 'settled' | 'not-in-doubt' | 'not-found';
};

/**
 * Says of each text that is in doubt since the store was brought back, and of which the log of the lost time says that a carrier
 * took it, that it was told then. The log is evidence and nothing more: what it does not name stays in doubt for a person.
 */
export const settleByLog =
  ({ desk, clock }: { desk: Pick<NotificationWorklist, 'find' | 'act'>; clock: Clock }) =>
  async ({ notification, at }: Left, by: string): Promise<SettledByLog> => {
    const seen = await desk.find(ownerOf(notification).ward, notification);
    if (seen === undefined) return { notification, outcome: 'not-found' };
    if (seen.state !== 'unknown' || seen.reason !== becauseBroughtBack)
      return { notification, outcome: 'not-in-doubt' };
    const reason = `log of send-sms: left at ${at}`;
    const act = { what: 'settle', by, at: clock(), reason } as const;
    const written = await desk.act(seen, { happened: 'seen-to', reason }, act);
    return { notification, outcome: written === 'moved' ? 'settled' : 'not-in-doubt' };
  };
