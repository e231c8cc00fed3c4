import { mayTell } from '../../domain/office/consent.ts';
import { isStillNews } from '../../domain/decision/latest-news.ts';
import type { Instant, Clock } from '../../domain/values/instant.ts';
import type { Cap, Crossing, Limits } from '../../domain/notification/limits.ts';
import {
  channelOf,
  type Notification,
  type NotificationAct,
  type NotificationState,
} from '../../domain/notification/notification.ts';
import {
  type NotificationActRequest,
  type ActMove,
  type ActRefusal,
  type DeskNotification,
  judgeAct,
  wordsOfAct,
} from '../../domain/notification/acts.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { type Counted, countParts } from './count-parts.ts';
import { worklistEntry } from './list-worklist.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';
import type { NotificationId } from '../../domain/values/ids.ts';
import type { Consents } from '../../domain/office/consents.ts';
import type { NotificationWorklist } from '../../domain/notification/desk.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { Budgets, PhoneCards } from '../../domain/notification/spending.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';

export type NotificationActed =
  | {
      is: 'done';
      notification: DeskNotification;
      doorbell: 'rung' | 'lost' | 'not-needed';
      /** What of the ward's day or month was passed with it. */
      crossed?: Crossing[];
    }
  | { is: 'not-found' }
  | { is: 'in-progress' }
  | { is: ActRefusal; state: NotificationState }
  /** A cap is full; free again at `retryAt`, or never for a message of so many parts. */
  | { is: 'cap-reached'; state: NotificationState; cap: Cap; retryAt?: Instant };

type Ports = {
  desk: NotificationWorklist;
  dossiers: Dossiers;
  consents: Consents;
  settings: SettingsStore;
  phones: PhoneCards;
  budgets: Budgets;
  doorbell: Doorbell;
  clock: Clock;
};

/**
 * Does what somebody decided about a notification, once, and keeps who, when and why. Who sees an older state than
 * the present one changes nothing. What is to be sent again is counted on the day it is due and rung for; when nobody
 * hears, the sweep finds it.
 */
export const actOnNotification =
  (ports: Ports) =>
  async (
    ward: Ward,
    id: NotificationId,
    act: NotificationActRequest,
    by: string,
  ): Promise<NotificationActed> => {
    const seen = await ports.desk.find(ward, id);
    if (seen === undefined) return { is: 'not-found' };
    const now = ports.clock();
    const { sendWindow, limits } = await ports.settings.of(ward);
    const known = act.what === 'resend' ? await presently(ports, seen) : { stale: false, optedOut: false };
    const move = judgeAct(seen, act, { now, sendWindow, ...known });
    if (move === 'done-before')
      return { is: 'done', notification: worklistEntry(seen), doorbell: 'not-needed' };
    if ('refused' in move) return { is: move.refused, state: seen.state };

    const kept = { what: act.what, by, at: now, reason: wordsOfAct(act) };
    const acted = await write(ports, limits, seen, move, kept);
    if (acted.is === 'full') {
      const { cap, retryAt } = acted;
      return { is: 'cap-reached', cap, ...(retryAt && { retryAt }), state: seen.state };
    }
    if (acted.written !== 'moved') return { is: 'in-progress' };
    const after = (await ports.desk.find(ward, id)) ?? seen; // before the sender hears of it
    const isDue = act.what === 'resend' && move.dueAt !== undefined && move.dueAt <= now;
    const doorbell = isDue
      ? await ports.doorbell.ring([{ id, ward }]).then(
          () => 'rung' as const,
          () => 'lost' as const,
        )
      : 'not-needed';
    const crossed = acted.crossed.length > 0 && { crossed: acted.crossed };
    return { is: 'done', notification: worklistEntry(after), doorbell, ...crossed };
  };

/** Only a text that is sent again costs anything. */
const write = async (
  ports: Ports,
  limits: Limits,
  seen: Notification,
  move: ActMove,
  kept: NotificationAct,
): Promise<Counted<'moved' | 'changed' | 'conflict'>> => {
  if (kept.what !== 'resend' || move.dueAt === undefined)
    return { is: 'counted', written: await ports.desk.act(seen, move, kept), crossed: [] };
  return countParts(ports, { ...seen, dueAt: move.dueAt }, limits, (card) =>
    ports.desk.act(seen, move, kept, card),
  );
};

/** What is known today of news that was told before. */
const presently = async (
  { dossiers, consents }: Pick<Ports, 'dossiers' | 'consents'>,
  { ward, dossierCode, id, to }: Notification,
): Promise<{ stale: boolean; optedOut: boolean }> => {
  const [[found], [choices]] = await Promise.all([
    dossiers.find([{ ward, code: dossierCode }]),
    consents.of([{ ward, phone: to }]),
  ]);
  return {
    stale: found !== undefined && !isStillNews(found.dossier, id),
    optedOut: !mayTell(choices ?? [], channelOf(id), 'status').may,
  };
};
