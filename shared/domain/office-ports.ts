import type { Answered } from './answer.ts';
import type { Client } from './client.ts';
import type { Consent } from './consent.ts';
import type { DossierCode } from './dossier-code.ts';
import type { Instant } from './instant.ts';
import type { LetterId } from './letter/letter.ts';
import type { OwnTemplate } from './own-template.ts';
import type { Ward } from './ward.ts';
import type { WardSettings } from './ward-settings.ts';
import type { Notification, NotificationAct, NotificationId } from './notification.ts';
import type { ActMove, DeskList } from './notification-acts.ts';
import type { CardWrite, Exchange } from './ports.ts';

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

/** Whose choice it is: a person's, by phone, or a family's, by its dossier or by the letter about the act in it. */
export type Chooser = Person | { ward: Ward; dossier: DossierCode } | { ward: Ward; letter: LetterId };

/** What citizens chose, ward by ward: each choice is kept as it was made, and nothing tells whose it was. */
export interface Consents {
  /** Keeps one more choice; the same one again changes nothing. */
  record(whose: Chooser, consent: Consent): Promise<void>;
  /**
   * The choices of these choosers, in the order asked, each one's in no order; `mayTell` decides by them. What is
   * asked for together with `Dossiers.find` comes in the same read.
   */
  of(choosers: readonly Chooser[]): Promise<Consent[][]>;
}

/** Which ward office a number, a brandname or an official account belongs to. Each belongs to one. */
export interface Inboxes {
  wardOf(provider: string, to: string): Promise<Ward | undefined>;
  /** Gives an inbox to a ward, unless another ward has it. */
  give(ward: Ward, provider: string, to: string): Promise<'given' | 'taken'>;
}

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

/** How many of a list are shown at once. */
export const deskPage = 50;

export interface NotificationDesk {
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
