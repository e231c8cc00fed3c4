import type { BundleRecord } from './bundle.ts';
import type { Answered } from './answer.ts';
import type { Consent } from './consent.ts';
import type { DecidedEvent } from './decided-event.ts';
import type { Decision } from './decision.ts';
import type { Dossier } from './dossier.ts';
import type { DossierCode } from './dossier-code.ts';
import type { InboundSms } from './inbound-text.ts';
import type { Instant } from './instant.ts';
import type { Attempt, Notification, NotificationId, NotificationState } from './notification.ts';
import type { Counters, PhoneCard } from './limits.ts';
import type { E164 } from './phone.ts';
import type { Receipt } from './receipt.ts';
import type { AcceptedEvent, EventId } from './status-event.ts';
import type { Ward } from './ward.ts';

/** What time it is. */
export type Clock = () => Instant;

/** A name nobody had before, for one attempt. */
export type NewId = () => string;

/** The status events of all wards: durable from `accept` on, until they are decided and long after. */
export interface StatusEvents {
  /** Keeps the event, unless its id is known: the same body again is a duplicate, another body a misuse of the id. */
  accept(event: AcceptedEvent): Promise<'accepted' | 'duplicate' | 'event-id-reused'>;
  /** Events of one ward by id, with what became of them. */
  find(ward: Ward, ids: readonly EventId[]): Promise<DecidedEvent[]>;
  /**
   * Events still undecided at `now` although they were accepted a while ago: their doorbell was lost. What cannot be
   * read any more is counted, given to a person, and never found again, so that it stands in nobody's way.
   */
  overdue(now: Instant, limit: number): Promise<{ events: AcceptedEvent[]; unreadable: number }>;
  /** Looks at an event that cannot be decided again later, or gives it to a person when `stuck` says why. */
  postpone(event: AcceptedEvent, until: Instant, stuck?: string): Promise<void>;
}

/** All decisions of one dossier that belong together, and the versions of everything they were made on. */
export type DossierDecision = {
  before: number;
  decisions: Decision[];
  decidedAt: Instant;
  bundle?: { before: number; after: BundleRecord };
  phone?: CardWrite;
};

/** What the wards' dossiers are known to be. */
export interface Dossiers {
  /** The dossiers that are known among these, each with the version to decide on. */
  find(ids: readonly { ward: Ward; code: DossierCode }[]): Promise<{ dossier: Dossier; version: number }[]>;
  /**
   * Writes dossier, notifications, bundle, phone card and the events' decided marks, all or nothing per dossier.
   * `conflict` means that somebody else decided on one of them meanwhile: read again and decide again. No bundle and
   * no phone may be in two of the decisions given at once.
   */
  commit(decided: readonly DossierDecision[]): Promise<('committed' | 'conflict')[]>;
  /** Unfinished dossiers of one ward, without an apology, that were promised until then; the oldest promise first. */
  promisedUntil(ward: Ward, until: Instant, limit: number): Promise<Dossier[]>;
  /** Dossiers of one ward that a phone belongs to, newest first. */
  withPhone(ward: Ward, e164: string): Promise<Dossier[]>;
}

/** Dossiers filed together, as far as they have reported. */
export interface Bundles {
  find(ids: readonly { ward: Ward; id: string }[]): Promise<{ bundle: BundleRecord; version: number }[]>;
}

/** A phone card as it will be, if it is still of the version it was read at. */
export type CardWrite = { before: number; after: PhoneCard };

/** What each ward has sent to each phone. */
export interface PhoneCards {
  find(phones: readonly { ward: Ward; phone: E164 }[]): Promise<{ card: PhoneCard; version: number }[]>;
}

/** What a ward has sent today and this month, in parts. */
export type WardSpending = { ward: Ward; spent: Pick<Counters, 'ward-day' | 'ward-month'>; version: number };

export interface Budgets {
  /** How each of these wards stands; one that never sent anything stands at version 0. */
  of(wards: readonly Ward[]): Promise<WardSpending[]>;
  /** Writes how a ward will stand, if it still stands at this version: parts are reserved before they are owed. */
  reserve(spending: WardSpending): Promise<'reserved' | 'conflict'>;
}

export type Claim =
  | { is: 'ours'; notification: Notification }
  | { is: 'not-ours'; state?: NotificationState };

/** A notification whose time has come: to be sent, or to be doubted because its attempt never reported back. */
export type DueNotification = {
  id: NotificationId;
  ward: Ward;
  waits: 'queued' | 'sending' | 'sent';
  /** Since when: it was due, its attempt began, or its receipt is overdue. */
  since: Instant;
};

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
  /** It surely did not go out: back to the queue until `again`. */
  notTaken(
    id: NotificationId,
    attempt: Attempt,
    again: Instant,
    reason: string,
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
  /** The carrier took it, and has said nothing of it for too long. */
  unconfirmed(id: NotificationId): Promise<'moved' | 'unchanged'>;
  /** It is no longer worth sending, if it is still waiting. */
  cancelled(id: NotificationId, reason: string): Promise<'moved' | 'unchanged'>;
  /** Those of these that nobody has begun to send. */
  queuedAmong(ids: readonly NotificationId[]): Promise<NotificationId[]>;
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
}

/** What came of a citizen's message: the answer they are owed and the choice they made, on what was known before. */
export type Exchange = {
  inbound: InboundSms;
  ward: Ward;
  phone: string;
  before: number;
  answered: Answered[];
  notification?: Notification;
  choice?: Consent;
};
