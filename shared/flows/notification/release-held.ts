import type { Clock, Instant } from '../../domain/values/instant.ts';
import {
  type NotificationChange,
  calledInstead,
  givenToTheOffice,
  inTurn,
  lapsed,
  roomFor,
} from '../../domain/notification/lapse.ts';
import { inDoubt, mayHaveLeftBy } from '../../domain/notification/restored/lost-time.ts';
import type { Notification } from '../../domain/notification/notification.ts';
import type { DueNotification, Notifications } from '../../domain/notification/notifications.ts';
import type { Budgets, PhoneCards } from '../../domain/notification/spending.ts';
import type { SettingsStore, WardSettings } from '../../domain/office/ward-settings.ts';
import { wardByWard } from '../../domain/notification/pace/fair.ts';
import { sendableAt } from '../../domain/calendar/send-window.ts';
import { pastOne } from './due/past-one.ts';
import { countParts } from './count-parts.ts';

type Ports = {
  notifications: Notifications;
  settings: SettingsStore;
  phones: PhoneCards;
  budgets: Budgets;
  clock: Clock;
  /** Until when an older street sent what the store, since it was brought back, knows nothing of. */
  lostUntil?: Instant | undefined;
};

/** Changed by hand as the store changes it. */
const withChange = (seen: Notification, { set, remove }: NotificationChange): Notification => ({
  ...seen,
  ...set,
  ...Object.fromEntries(remove.map((name) => [name, undefined])),
});

/** How many are read together, of all wards in turn; in their order of importance they are let go within these. */
const atOnce = 500;

/**
 * Lets go what waits for room under a cap, as far as there is room, ward by ward: what matters most first, and of that the
 * oldest. What still finds none waits on, or goes to the call list once it would be no news by then. Answers those that may be
 * sent, a few hundred at a time.
 */
export const releaseHeld = ({ notifications, settings, ...ports }: Ports) =>
  async function* (
    due: readonly DueNotification[],
    timeLeft: () => boolean,
  ): AsyncGenerator<DueNotification[]> {
    const past = pastOne();
    const waiting = wardByWard(due);
    for (let done = 0; done < waiting.length; done += atOnce) {
      const held = await notifications.heldAmong(waiting.slice(done, done + atOnce).map(({ id }) => id));
      const released: DueNotification[] = [];
      for (const seen of wardByWard(inTurn(held))) {
        if (!timeLeft()) break;
        const now = ports.clock();
        const made = await past.on(async () =>
          releaseOne({ notifications, ...ports }, seen, await settings.of(seen.ward), now),
        );
        if (made === 'released') released.push({ id: seen.id, ward: seen.ward, waits: 'queued', since: now });
      }
      if (released.length > 0) yield released;
      if (!timeLeft()) return;
    }
    past.end();
  };

const releaseOne = async (
  { notifications, phones, budgets, lostUntil }: Omit<Ports, 'settings' | 'clock'>,
  found: Notification,
  settings: WardSettings,
  now: Instant,
): Promise<'released' | 'waits'> => {
  const { sendWindow, limits } = settings;
  if (lostUntil !== undefined && mayHaveLeftBy(lostUntil, found, settings)) {
    await notifications.changed(found.id, inDoubt);
    return 'waits';
  }
  const over = lapsed(found, now);
  if (over !== undefined) {
    await notifications.changed(found.id, over);
    if (over.happened !== 'reworded') return 'waits';
  }
  const seen = over === undefined ? found : withChange(found, over);
  const sendable = sendableAt(sendWindow, now);
  if (sendable > now) {
    await notifications.postponed(seen.id, sendable);
    return 'waits';
  }
  const counted = await countParts({ phones, budgets }, { ...seen, dueAt: now }, limits, (card) =>
    notifications.release(seen, now, card),
  );
  if (counted.is === 'counted') return counted.written === 'moved' ? 'released' : 'waits';
  const { createdAt, lapse, reason = `cap: ${counted.cap}` } = seen;
  const room = lapse && roomFor({ createdAt, newsUntil: lapse.newsUntil }, counted.retryAt, sendWindow, now);
  if (room !== undefined) await notifications.postponed(seen.id, room);
  else if (lapse?.becomes === 'call') await notifications.changed(seen.id, calledInstead(seen, now, reason));
  else await notifications.changed(seen.id, givenToTheOffice(reason));
  return 'waits';
};
