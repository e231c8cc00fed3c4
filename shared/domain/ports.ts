import type { Client } from './client.ts';
import type { Decision } from './decision.ts';
import type { Dossier } from './dossier.ts';
import type { DossierCode } from './dossier-code.ts';
import type { Instant } from './instant.ts';
import type { Attempt, Notification, NotificationId, NotificationState } from './notification.ts';
import type { Receipt } from './receipt.ts';
import type { AcceptedEvent, EventId } from './status-event.ts';
import type { Ward } from './ward.ts';
import type { WardSettings } from './ward-settings.ts';

/** What time it is. */
export type Clock = () => Instant;

/** A name nobody had before, for one attempt. */
export type NewId = () => string;

/** How an event was decided, as its own item remembers it. */
export type Outcome = {
  decidedAt: Instant;
  told: NotificationId[];
  silent?: string;
  because?: string;
  /** The letters it gave occasion for, or why there is none. */
  letters?: string[];
  noLetter?: string;
};
export type DecidedEvent = AcceptedEvent & { outcome?: Outcome; stuck?: string };

/** The status events of all wards: durable from `accept` on, until they are decided and long after. */
export interface StatusEvents {
  /** Keeps the event, unless its id is known: the same body again is a duplicate, another body a misuse of the id. */
  accept(event: AcceptedEvent): Promise<'accepted' | 'duplicate' | 'event-id-reused'>;
  /** Events of one ward by id, with what became of them. */
  find(ward: Ward, ids: readonly EventId[]): Promise<DecidedEvent[]>;
  /** Events still undecided at `now` although they were accepted a while ago: their doorbell was lost. */
  overdue(now: Instant, limit: number): Promise<AcceptedEvent[]>;
  /** Looks at an event that cannot be decided again later, or gives it to a person when `stuck` says why. */
  postpone(event: AcceptedEvent, until: Instant, stuck?: string): Promise<void>;
}

/** All decisions of one dossier that belong together, and the version of the dossier they were made on. */
export type DossierDecision = { before: number; decisions: Decision[]; decidedAt: Instant };

/** What the wards' dossiers are known to be. */
export interface Dossiers {
  /** The dossiers that are known among these, each with the version to decide on. */
  find(ids: readonly { ward: Ward; code: DossierCode }[]): Promise<{ dossier: Dossier; version: number }[]>;
  /**
   * Writes dossier, notifications and the events' decided marks, all or nothing per dossier. `conflict` means that
   * somebody else decided on this dossier meanwhile: read again and decide again.
   */
  commit(decided: readonly DossierDecision[]): Promise<('committed' | 'conflict')[]>;
  /** Dossiers of one ward that a phone belongs to, newest first. */
  withPhone(ward: Ward, e164: string): Promise<Dossier[]>;
}

export type Claim =
  | { is: 'ours'; notification: Notification }
  | { is: 'not-ours'; state?: NotificationState };

/** A notification whose time has come: to be sent, or to be doubted because its attempt never reported back. */
export type DueNotification = {
  id: NotificationId;
  ward: Ward;
  waits: 'queued' | 'sending';
  /** Since when: it was due, or its attempt began. */
  since: Instant;
};

/** What the citizen is owed and what became of it. Every move is one conditional write by the move table. */
export interface Notifications {
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
  /** A receipt reports the end of this notification. */
  settled(id: NotificationId, receipt: Receipt): Promise<'moved' | 'unchanged'>;
  /** The notification that a carrier knows by this reference. */
  withReference(carrier: string, reference: string): Promise<NotificationId | undefined>;
  /** Doubtful notifications to this phone whose attempt began in this span. */
  doubtsAbout(e164: string, from: Instant, until: Instant): Promise<NotificationId[]>;
  /** Notifications of one dossier, oldest first. */
  ofDossier(ward: Ward, code: DossierCode): Promise<Notification[]>;
  /** At most `limit` notifications whose time has come at `now`, the longest waiting first. */
  due(now: Instant, limit: number): Promise<DueNotification[]>;
}

/** Receipts that nobody owns yet: a carrier can be faster than our own record, or speak of what we do not know. */
export interface Receipts {
  keep(receipt: Receipt, lookAgainAt: Instant, tries: number): Promise<void>;
  overdue(now: Instant, limit: number): Promise<{ receipt: Receipt; tries: number }[]>;
  /** The receipt found its owner, or nobody will ever claim it. */
  close(receipt: Receipt, as: 'applied' | 'ownerless'): Promise<void>;
}

/** Tells the sending side that these notifications may be due. Losing a ring loses nothing: the sweep finds them. */
export interface Doorbell<Id extends string = NotificationId> {
  ring(notifications: readonly { id: Id; ward: Ward }[]): Promise<void>;
  /** About how many rings nobody has answered yet. */
  waiting(): Promise<number>;
}

/**
 * What a carrier said when we handed it a message. `unknown` means that it may have taken it; whatever the carrier
 * did not say, it did not say.
 */
export type Handover =
  | { outcome: 'accepted'; reference: string }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'busy'; retryAfter: number; reason: string }
  | { outcome: 'unknown'; reason: string };

/** Hands one text to whoever carries it to a phone, once. Accepting is not delivering: the receipt comes later. */
export interface Carrier {
  readonly name: string;
  /** `reference` is the attempt's id, for carriers that can give it back in their receipts. */
  take(message: { to: string; text: string; attempt: string }): Promise<Handover>;
}

/** The credentials of the machines that talk to us. */
export interface Clients {
  find(clientId: string): Promise<Client | undefined>;
  /** Writes the client, if nobody changed it since `before` was read. */
  save(client: Client, before: Client | undefined): Promise<'saved' | 'conflict'>;
}

/** Signs what an access token claims. */
export interface TokenSigner {
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
}

/** What each ward office has chosen. */
export interface SettingsStore {
  of(ward: Ward): Promise<WardSettings>;
  save(settings: WardSettings): Promise<void>;
}
