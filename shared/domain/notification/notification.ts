import type { RegisteredTemplate } from '../text/carrier-message.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import { hours, type Instant } from '../values/instant.ts';
import type { Cap } from './limits.ts';
import type { Privacy } from '../values/privacy.ts';
import type { Ward } from '../values/ward.ts';
import type { NotificationId, Channel, EventId } from '../values/ids.ts';

export const notificationStates = [
  'queued',
  'sending',
  'sent',
  'unknown',
  'unconfirmed',
  'delivered',
  'undelivered',
  'failed',
  'suppressed',
  'cancelled',
  'settled',
] as const;
export type NotificationState = (typeof notificationStates)[number];

type Move = { from: readonly NotificationState[]; to: NotificationState };

/**
 * Every legal move of a notification, keyed by what happened. `from` is also the condition of the write, so a move
 * that comes twice, late or out of order changes nothing.
 *
 * `unknown` is the honest name of a doubt: the carrier may or may not have taken the message, and nothing sends it
 * again but a person. A receipt, or our own late answer, settles the doubt; it may also overtake our own record. What nobody
 * could tell for sure is `settled` once somebody of the office saw to it otherwise; no receipt changes that.
 */
export const notificationMoves = {
  claimed: { from: ['queued'], to: 'sending' },
  accepted: { from: ['sending', 'unknown'], to: 'sent' },
  'not-taken': { from: ['sending'], to: 'queued' },
  refused: { from: ['sending'], to: 'failed' },
  doubted: { from: ['sending'], to: 'unknown' },
  'may-have-left': { from: ['queued'], to: 'unknown' },
  'receipt-delivered': { from: ['sending', 'unknown', 'sent', 'unconfirmed'], to: 'delivered' },
  'receipt-undelivered': { from: ['sending', 'unknown', 'sent', 'unconfirmed'], to: 'undelivered' },
  'receipt-overdue': { from: ['sent'], to: 'unconfirmed' },
  postponed: { from: ['queued'], to: 'queued' },
  'room-found': { from: ['queued'], to: 'queued' },
  reworded: { from: ['queued'], to: 'queued' },
  'called-instead': { from: ['queued'], to: 'queued' },
  suppressed: { from: ['queued'], to: 'suppressed' },
  cancelled: { from: ['queued'], to: 'cancelled' },
  'resend-ordered': { from: ['unknown', 'failed', 'undelivered', 'suppressed'], to: 'queued' },
  'call-answered': { from: ['queued'], to: 'delivered' },
  'call-unanswered': { from: ['queued'], to: 'queued' },
  'call-given-up': { from: ['queued'], to: 'undelivered' },
  'seen-to': { from: ['unknown', 'unconfirmed', 'undelivered', 'failed', 'suppressed'], to: 'settled' },
} as const satisfies Record<string, Move>;
export type NotificationMove = keyof typeof notificationMoves;

/** Whether what happened may move a notification that is in this state. */
export const mayMove = (state: NotificationState, happened: NotificationMove): boolean =>
  notificationMoves[happened].from.some((from) => from === state);

/** Carriers report within 72 hours (Amazon SNS); what they said nothing of by then is called `unconfirmed`. */
export const receiptsComeWithin = hours(72);

/** The states in which nothing more is expected to happen by itself. */
export const isSettled = (state: NotificationState): boolean =>
  ['delivered', 'undelivered', 'failed', 'suppressed', 'cancelled', 'settled'].includes(state);

/** One attempt to hand a notification to its carrier. */
export type Attempt = { id: string; at: Instant };

/** One thing to tell one person by one channel. */
export type Notification = {
  id: NotificationId;
  ward: Ward;
  dossierCode: DossierCode;
  channel: Channel;
  cause: EventId;
  /** What it says, for reports and rules: `ready-counter`, `supplement`, … */
  purpose: string;
  /** The phone in E.164 form; for a call, as it is dialled in Viet Nam. */
  to: string;
  text: string;
  /** How many SMS parts the text takes, as we count them. */
  parts: number;
  template: { key: string; version: number };
  /** What gateways that send only registered templates are given instead of the text, by the carrier's name. */
  provider?: Readonly<Record<string, RegisteredTemplate>>;
  createdAt: Instant;
  /** When what it tells happened, where its id does not say so. */
  happenedAt?: Instant;
  /** Not before this instant. */
  dueAt: Instant;
  state: NotificationState;
  /** Which full cap it waits for: its parts are counted when there is room, and not before. */
  heldBy?: Cap;
  /** When room was found for it. */
  releasedAt?: Instant;
  /** From then on it may not be said as it is: its own date is past, or it is no news. Without it, it is good for ever. */
  goodUntil?: Instant;
  /** What becomes of it then. */
  lapse?: Lapse;
  /** How often a carrier has been asked. */
  attempts: number;
  attempt?: Attempt;
  /** Who took it, and the carrier's own name of the message. */
  carrier?: string;
  reference?: string;
  /** Why it is in this state, where a word is needed. */
  reason?: string;
  /** What the citizen wrote that somebody has to ring them about. */
  wrote?: string;
  /** What people did with it, in the order in which they did it. */
  acts?: readonly NotificationAct[];
};

/** What becomes of a message that is not good any more while it waits. */
export type Lapse = {
  /** The same without the date that is past, where it can live without it. */
  undated?: Pick<Notification, 'text' | 'parts' | 'provider'>;
  /** What whoever rings instead reads out; without it, the message itself. */
  spoken?: string;
  newsUntil: Instant;
  /** Whether somebody then rings the citizen; else it is only shown to the office. */
  becomes: 'call' | 'work';
};

/** One thing that somebody did with a notification, and who answers for it. */
export type NotificationAct = {
  what: 'resend' | 'cancel' | 'call' | 'settle';
  by: string;
  at: Instant;
  /** In their own words; for a call, how it ended and any note. */
  reason: string;
};

export const notificationPrivacy = {
  id: 'open',
  ward: 'open',
  dossierCode: 'open',
  channel: 'open',
  cause: 'open',
  purpose: 'open',
  to: 'personal',
  text: 'open', // made of fields that name nobody; see `smsFields`
  parts: 'open',
  template: 'open',
  provider: 'open',
  createdAt: 'open',
  happenedAt: 'open',
  dueAt: 'open',
  state: 'open',
  heldBy: 'open',
  releasedAt: 'open',
  goodUntil: 'open',
  lapse: 'open', // texts again
  attempts: 'open',
  attempt: 'open',
  carrier: 'open',
  reference: 'open',
  reason: 'personal', // may be a carrier's or an officer's own words
  wrote: 'personal',
  acts: 'personal',
} as const satisfies Privacy<Notification>;

const separator = '~';

/** The id of the notification that tells this occurrence of a dossier by this channel. */
export const notificationId = (
  { ward, code }: { ward: Ward; code: DossierCode },
  occurrence: string,
  channel: Channel,
): NotificationId => [ward, code, occurrence, channel].join(separator) as NotificationId;

/** By which channel a notification tells, read back from its id. */
export const channelOf = (id: NotificationId): Channel => id.slice(id.lastIndexOf(separator) + 1) as Channel;

/** What a notification tells, whichever the channel, read back from its id. */
export const occurrenceIn = (id: NotificationId): string => id.split(separator).at(-2) ?? '';

/** Ward and dossier of a notification, read back from its id. */
export const ownerOf = (id: NotificationId): { ward: Ward; code: DossierCode } => {
  const [ward, ...rest] = id.split(separator);
  return { ward: ward as Ward, code: rest.slice(0, -2).join(separator) as DossierCode };
};
