import type { Notification, NotificationState, Attempt } from './notification.ts';
import type { Instant } from '../values/instant.ts';
import type { NotificationId } from '../values/ids.ts';
import type { Ward } from '../values/ward.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import type { Receipt } from './receipt.ts';
import type { NotificationChange } from './lapse.ts';
import type { CardWrite } from './spending.ts';

export type Claim =
  | { is: 'ours'; notification: Notification }
  /** `lapsed` is given where it waits and is no longer good as it is. */
  | { is: 'not-ours'; state?: NotificationState; lapsed?: Notification };

/** A notification whose time has come: to be sent, or to be doubted because its attempt never reported back. */
export type DueNotification = {
  id: NotificationId;
  ward: Ward;
  waits: 'queued' | 'held' | 'sending' | 'sent';
  /** Since when: it was due, there may be room for it, its attempt began, or its receipt is overdue. */
  since: Instant;
};

/** `next` is handed back to read on; nobody looks into it. */
export type DuePage = { due: DueNotification[]; next?: unknown };

/** What the citizen is owed and what became of it. Every move is one conditional write by the move table. */
export interface Notifications {
  /**
   * Owes what no dossier's decision owes, once for its id, together with the phone card that counts it. `existing`: it
   * is owed already and nothing was counted. `conflict`: the phone was counted meanwhile, so count again.
   */
  owe(notification: Notification, card?: CardWrite): Promise<'owed' | 'existing' | 'conflict'>;
  /** Makes the notification ours to send, if it is queued and due; our own claim whose answer was lost is ours too. */
  claim(id: NotificationId, attempt: Attempt): Promise<Claim>;
  /** The carrier took it. Also settles a doubt, if the attempt is the same. */
  accepted(
    id: NotificationId,
    attempt: Attempt,
    carrier: string,
    reference: string,
  ): Promise<'moved' | 'unchanged'>;
  /**
   * It surely did not go out: back to the queue until `again`. An attempt that does not count, since the carrier was only
   * handed too much at once, makes nobody wait longer the next time.
   */
  notTaken(
    id: NotificationId,
    attempt: Attempt,
    again: Instant,
    reason: string,
    how?: { counts: boolean },
  ): Promise<'moved' | 'unchanged'>;
  /** It surely did not go out and will not. */
  refused(id: NotificationId, attempt: Attempt, reason: string): Promise<'moved' | 'unchanged'>;
  /** Nobody can know whether it went out. Without an attempt: whichever attempt began before `staleSince`. */
  doubted(
    id: NotificationId,
    which: Attempt | { staleSince: Instant },
    reason: string,
  ): Promise<'moved' | 'unchanged'>;
  /** It may not be sent now: it waits until then, if it is still waiting at all. */
  postponed(id: NotificationId, until: Instant): Promise<'moved' | 'unchanged'>;
  /** One as it is now. */
  asNow(id: NotificationId): Promise<Notification | undefined>;
  /** Those of these that wait for room under a cap. */
  heldAmong(ids: readonly NotificationId[]): Promise<Notification[]>;
  /** There is room: it is due at `now` and counted on the phone's card, both or neither, if it still waits for room. */
  release(seen: Notification, now: Instant, card: CardWrite): Promise<'moved' | 'unchanged' | 'conflict'>;
  /** What waits and has lapsed, or may have left, becomes what is said of it, if it still waits. */
  changed(id: NotificationId, change: NotificationChange): Promise<'moved' | 'unchanged'>;
  /** The carrier took it, and has said nothing of it for too long. */
  unconfirmed(id: NotificationId): Promise<'moved' | 'unchanged'>;
  /** It is no longer worth sending, if it is still waiting. */
  cancelled(id: NotificationId, reason: string): Promise<'moved' | 'unchanged'>;
  /** Those of these that nobody has begun to send: they wait, or were overtaken while they did. */
  unsentAmong(ids: readonly NotificationId[]): Promise<NotificationId[]>;
  /** A receipt reports the end of this notification. */
  settled(id: NotificationId, receipt: Receipt): Promise<'moved' | 'unchanged'>;
  /** The notification that a carrier knows by this reference. */
  withReference(carrier: string, reference: string): Promise<NotificationId | undefined>;
  /** The notification whose attempt this was, if it ever was in doubt. */
  withAttempt(attempt: string): Promise<NotificationId | undefined>;
  /** Doubtful notifications to this phone whose attempt began in this span. */
  doubtsAbout(e164: string, from: Instant, until: Instant): Promise<NotificationId[]>;
  /** Notifications of one dossier, oldest first. */
  ofDossier(ward: Ward, code: DossierCode): Promise<Notification[]>;
  /** At most `limit` notifications whose time has come at `now`, the longest waiting first. */
  due(now: Instant, limit: number): Promise<DueNotification[]>;
  /**
   * A page of those of one kind whose time has come at `now`, about the longest waiting first, and where the next page
   * begins, if there is one. The longer ago a page was read, the more of it has moved since.
   */
  dueOf(waits: DueNotification['waits'], now: Instant, place?: unknown): Promise<DuePage>;
}
