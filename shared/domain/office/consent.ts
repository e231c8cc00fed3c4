/**
 * Who may be told what, by which channel (Luật 91/2025/QH15 and NĐ 356/2025/NĐ-CP on personal data).
 *
 * A status message is part of the procedure the citizen asked for: the agency's own task under article 19(1)(c), so it
 * needs no consent, but whoever does not want it is left alone. A congratulation is a purpose of its own, with a clear
 * way out. Zalo passes the phone number to another company, so only those who chose it are told there. Silence
 * is never consent.
 */
import * as z from 'zod';
import { SendWindow } from '../calendar/send-window.ts';
import { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import { Channel } from '../values/ids.ts';

/** What personal data is used for. Another purpose needs another choice. */
export const ConsentPurpose = z.enum(['status', 'letters']);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/**
 * One choice of one person, kept as evidence: what for, by which channel, when, and how we know. Whose it is is known
 * to the store alone, by the keyed hash of a phone, or of a dossier where a family has none.
 */
export const Consent = z.strictObject({
  purpose: ConsentPurpose.default('status'),
  /** Absent: every channel. */
  channel: Channel.optional(),
  choice: z.enum(['in', 'out']),
  when: Instant,
  /** How the choice was made: `signed on form 01`, `asked the counter on the phone`. */
  evidence: z.string().trim().min(1).max(200),
  /** With `in`: in which hours their phone may ring, within those of the office. */
  hours: SendWindow.optional(),
  /** Who noted it down, where that was a person of the office. */
  by: z.string().trim().min(2).max(100).optional(),
});
export type Consent = z.infer<typeof Consent>;

export const consentPrivacy = {
  purpose: 'open',
  channel: 'open',
  choice: 'open',
  when: 'open',
  evidence: 'personal',
  hours: 'open',
  by: 'personal',
} as const satisfies Privacy<Consent>;

type Basis = 'unless-out' | 'only-in' | 'never';

/** Without any choice of the person. A condolence or a greeting never goes by text message. */
const basis = {
  status: {
    sms: 'unless-out',
    zalo: 'only-in',
    letter: 'unless-out',
    post: 'only-in',
    'call-list': 'unless-out',
  },
  letters: { sms: 'never', zalo: 'never', letter: 'unless-out', post: 'unless-out', 'call-list': 'never' },
} as const satisfies Record<ConsentPurpose, Record<Channel, Basis>>;

export type Permission =
  | { may: true; because: 'task-of-the-agency' | 'chosen' | 'not-refused' }
  | { may: false; because: 'refused' | 'never-chosen' | 'not-by-this-channel' };

/** The newest choice that covers this; of two at one instant, the refusal. */
const newestChoice = (
  consents: readonly Consent[],
  channel: Channel,
  purpose: ConsentPurpose,
): Consent | undefined =>
  consents
    .filter((one) => one.purpose === purpose && (one.channel ?? channel) === channel)
    .toSorted((a, b) =>
      a.when === b.when ? Number(a.choice === 'in') - Number(b.choice === 'in') : a.when < b.when ? 1 : -1,
    )
    .at(0);

/** In which hours somebody wants texts, where they said so with the choice that holds. */
export const wishedHours = (consents: readonly Consent[]): SendWindow | undefined => {
  const choice = newestChoice(consents, 'sms', 'status');
  return choice?.choice === 'in' ? choice.hours : undefined;
};

/** The office's hours as far as somebody wishes them; a wish that leaves no hour of them changes nothing. */
export const windowFor = (office: SendWindow, consents: readonly Consent[]): SendWindow => {
  const wish = wishedHours(consents);
  if (wish === undefined) return office;
  const from = wish.from > office.from ? wish.from : office.from;
  const to = wish.to < office.to ? wish.to : office.to;
  return from < to ? { from, to } : office;
};

/** Whether this choice takes a refusal back that holds today. */
export const takesBackRefusal = (
  consents: readonly Consent[],
  { choice, purpose, channel }: Consent,
): boolean =>
  choice === 'in' &&
  (channel === undefined ? Channel.options : [channel]).some(
    (each) => newestChoice(consents, each, purpose)?.choice === 'out',
  );

/** Whether a person whose choices these are may be told for this purpose by this channel, and why. */
export const mayTell = (
  consents: readonly Consent[],
  channel: Channel,
  purpose: ConsentPurpose,
): Permission => {
  const needs: Basis = basis[purpose][channel];
  if (needs === 'never') return { may: false, because: 'not-by-this-channel' };
  const choice = newestChoice(consents, channel, purpose)?.choice;
  if (choice === 'out') return { may: false, because: 'refused' };
  if (choice === 'in') return { may: true, because: 'chosen' };
  if (needs === 'only-in') return { may: false, because: 'never-chosen' };
  return { may: true, because: purpose === 'status' ? 'task-of-the-agency' : 'not-refused' };
};
