import { type Dossier, fact } from './dossier.ts';
import { type E164, readLandline, readPhone } from './phone.ts';

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
