import type { BundleRecord } from './bundle-record.ts';
import type { CarrierMessage } from './carrier-message.ts';
import type { Answered } from './answer.ts';
import type { Client } from './client.ts';
import type { Consent } from './consent.ts';
import type { Decision } from './decision.ts';
import type { Dossier } from './dossier.ts';
import type { DossierCode } from './dossier-code.ts';
import type { InboundMessage } from './inbound-message.ts';
import type { InboundSms } from './inbound-text.ts';
import type { Instant } from './instant.ts';
import type { Attempt, Notification, NotificationId, NotificationState } from './notification.ts';
import type { Counters } from './limits.ts';
import type { E164 } from './phone.ts';
import type { PhoneCard } from './phone-card.ts';
import type { OwnTemplate } from './own-template.ts';
import type { Receipt } from './receipt.ts';
import type { AcceptedEvent, EventId } from './status-event.ts';
import type { Ward } from './ward.ts';
import type { WardSettings } from './ward-settings.ts';

/** What time it is. */
export type Clock = () => Instant;

/** A name nobody had before, for one attempt. */
export type NewId = () => string;

/** How an event was decided, as its own item remembers it. */
export type Outcome = { decidedAt: Instant; told: NotificationId[]; silent?: string; because?: string };
export type DecidedEvent = AcceptedEvent & { outcome?: Outcome; stuck?: string };

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
  phone?: { before: number; after: PhoneCard };
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
  /** Dossiers of one ward that a phone belongs to, newest first. */
  withPhone(ward: Ward, e164: string): Promise<Dossier[]>;
}

/** Dossiers filed together, as far as they have reported. */
export interface Bundles {
  find(ids: readonly { ward: Ward; id: string }[]): Promise<{ bundle: BundleRecord; version: number }[]>;
}

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
export interface Doorbell {
  ring(notifications: readonly { id: NotificationId; ward: Ward }[]): Promise<void>;
  /** About how many rings nobody has answered yet. */
  waiting(): Promise<number>;
}

/**
 * Why a carrier did not take a message: nobody would (`message`), this carrier would not (`carrier`: a template not
 * registered with it, a sender name, an account), or the phone cannot be reached by it (`unreachable-here`: no Zalo).
 */
export type RefusedBecause = 'message' | 'carrier' | 'unreachable-here';

/**
 * What a carrier said when we handed it a message. `unknown` means that it may have taken it; whatever the carrier
 * did not say, it did not say. `carrier` names who of several took it or may have; without it, the one that was asked.
 * A refusal without `because` is about the message.
 */
export type Handover =
  | { outcome: 'accepted'; reference: string; carrier?: string }
  | { outcome: 'refused'; reason: string; because?: RefusedBecause }
  | { outcome: 'busy'; retryAfter: number; reason: string }
  | { outcome: 'unknown'; reason: string; carrier?: string };

/** Hands one text to whoever carries it to a phone, once. Accepting is not delivering: the receipt comes later. */
export interface Carrier {
  readonly name: string;
  /**
   * The longest `take` lasts, in milliseconds: whoever claims a message should have more time than this left. Without
   * it, the time-outs of a single request: 4 s.
   */
  readonly longestTake?: number;
  /** `attempt` is the attempt's id, for carriers that can give it back in their receipts. Never throws. */
  take(message: CarrierMessage): Promise<Handover>;
}

/** What carriers and webhooks want to be convinced with: read once at cold start, never logged. */
export interface Secrets {
  /** The secret's text; throws when there is none. */
  read(name: string): Promise<string>;
}

/** Messages from citizens, kept until somebody answers them. The same message may be put in twice. */
export interface Inbox {
  put(message: InboundMessage): Promise<void>;
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

/** The texts that ward offices wrote themselves. A version is immutable: a notification says which one it was. */
export interface Templates {
  /** Every version of every text of this ward, in no order. */
  all(ward: Ward): Promise<OwnTemplate[]>;
  /** Keeps a version, unless the ward has one of this number for this key. */
  publish(ward: Ward, template: OwnTemplate): Promise<'published' | 'exists'>;
}

/** A citizen as a ward knows them: by a phone in E.164 form. */
export type Person = { ward: Ward; phone: string };

/** What citizens chose, ward by ward: each choice is kept as it was made, and nothing tells whose phone it was. */
export interface Consents {
  /** Keeps one more choice; the same one again changes nothing. */
  record(person: Person, consent: Consent): Promise<void>;
  /**
   * The choices of these people, in the order asked, each person's in no order; `mayTell` decides by them. What is
   * asked for together with `Dossiers.find` comes in the same read.
   */
  of(people: readonly Person[]): Promise<Consent[][]>;
}

/** Which ward office a number, a brandname or an official account belongs to. Each belongs to one. */
export interface Inboxes {
  wardOf(provider: string, to: string): Promise<Ward | undefined>;
  /** Gives an inbox to a ward, unless another ward has it. */
  give(ward: Ward, provider: string, to: string): Promise<'given' | 'taken'>;
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

/** What citizens wrote to us and were answered, phone by phone. */
export interface Conversations {
  /** What this phone was answered lately, and the version to answer on. */
  with(phone: string): Promise<{ answered: Answered[]; version: number }>;
  /**
   * Writes that the message came, its answer and its choice, all or nothing. `duplicate`: that message came before
   * and everything it means is done. `conflict`: the phone was answered meanwhile, so read again and decide again.
   */
  commit(exchange: Exchange): Promise<'committed' | 'duplicate' | 'conflict'>;
}
