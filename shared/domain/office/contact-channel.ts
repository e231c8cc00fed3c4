/** How a citizen is told of their dossier: by a text message, through Zalo too where they chose it, or by a call. */
import { type Consent, mayTell } from './consent.ts';
import { type Dossier, fact } from '../dossier/dossier.ts';
import { dialled, type E164, readLandline, readPhone } from '../phone/read-phone.ts';
import type { Channel } from '../values/ids.ts';

export type ContactChannel =
  | { channel: 'sms'; to: E164; zalo: boolean }
  | { channel: 'call-list'; to: string }
  | { silent: 'no-phone' | 'phone-unreadable' | 'opted-out'; because?: string };

const canBeReached = (phone: string): boolean => readPhone(phone).ok || readLandline(phone) !== undefined;

/**
 * The phone this dossier's news go to, as it was written: of whoever handed it in for the applicant, or theirs. The first
 * of both that somebody can be reached at: an empty or damaged one must not cost the citizen the news.
 */
export const notifiedAs = (dossier: Dossier): string => {
  const phones = [fact(dossier, 'onBehalf')?.phone, fact(dossier, 'applicant')?.phone].filter(
    (phone) => phone !== undefined && phone !== '',
  );
  return phones.find((phone) => canBeReached(phone!)) ?? phones[0] ?? '';
};

/** That phone, if a text message can reach it. */
export const notifiedPhone = (dossier: Dossier): E164 | undefined => {
  const phone = readPhone(notifiedAs(dossier));
  return phone.ok ? phone.e164 : undefined;
};

/** A number as it is looked up: a mobile one in full, a landline as it is dialled, without whom to ask for there. */
export const lookedUpAs = (written: string): string | undefined => {
  const phone = readPhone(written);
  return phone.ok ? phone.e164 : readLandline(written)?.replace(/ ext .*$/, '');
};

/** The number by which this dossier is found: the one that is told, also where somebody has to ring it. */
export const foundByPhone = (dossier: Dossier): string | undefined => lookedUpAs(notifiedAs(dossier));

/** One phone in one spelling, as far as it can be read. */
const spelling = (phone: string): string => {
  const read = readPhone(phone);
  return read.ok ? read.e164 : (readLandline(phone) ?? phone);
};

const digits = (phone: string): string => phone.replace(/\D/g, '');

/**
 * Whether what is told at this phone reaches the dossier's citizen, as far as is known now. A phone that cannot be read,
 * such as two in one field, is still theirs if it holds this one.
 */
export const isCitizens = (dossier: Dossier, to: string): boolean => {
  const written = notifiedAs(dossier);
  if (canBeReached(written)) return spelling(written) === spelling(to);
  return written !== '' && digits(written).includes(digits(to).replace(/^(?:84|0)/, ''));
};

/** By which way the news of this dossier reach its citizen. */
export const contactChannelOf = (dossier: Dossier, consents: readonly Consent[]): ContactChannel =>
  contactChannelBy(notifiedAs(dossier), fact(dossier, 'applicant')?.channels ?? [], consents);

/**
 * A mobile phone gets a text, a landline a call. Who named channels on the form gets one of those, or a call where they
 * asked for nothing but calls; the choices kept with evidence go before the form. An empty list is a part of the form that
 * nobody filled in: whoever wants no word says so, and that is kept with its evidence.
 */
export const contactChannelBy = (
  written: string,
  named: readonly Channel[],
  consents: readonly Consent[],
): ContactChannel => {
  const phone = readPhone(written);
  const landline = readLandline(written);
  if (!phone.ok && landline === undefined)
    return phone.reason === 'empty'
      ? { silent: 'no-phone' }
      : { silent: 'phone-unreadable', because: phone.reason };

  const wants = (...channels: Channel[]) =>
    named.length === 0 || channels.some((channel) => named.includes(channel));
  const plays = phone.ok ? phone.plays : undefined;
  if (plays === 'opted-out') return { silent: 'opted-out', because: 'test-number' };
  const byText = phone.ok && plays !== 'call' && wants('sms', 'zalo');
  if (!byText && !wants('sms', 'zalo', 'call-list'))
    return { silent: 'opted-out', because: `chose ${named.join(', ')}` };

  const permission = mayTell(consents, byText ? 'sms' : 'call-list', 'status');
  if (!permission.may) return { silent: 'opted-out', because: permission.because };
  if (!byText) return { channel: 'call-list', to: phone.ok ? dialled(phone.e164) : landline! };
  return { channel: 'sms', to: phone.e164, zalo: mayUseZalo(consents, named) };
};

/** Zalo passes the phone on to another company: chosen, on the form or with evidence, and not refused since. */
const mayUseZalo = (consents: readonly Consent[], named: readonly Channel[]): boolean => {
  const permission = mayTell(consents, 'zalo', 'status');
  return permission.may || (permission.because === 'never-chosen' && named.includes('zalo'));
};
