import { type Dossier, fact } from './dossier.ts';
import { type E164, type PhoneReading, readLandline, readPhone } from './phone.ts';

const canBeReached = (phone: string): boolean => readPhone(phone).ok || readLandline(phone) !== undefined;

/** The first of both that somebody can be reached at: an empty or damaged one must not cost the citizen the news. */
const written = (dossier: Dossier): string => {
  const phones = [fact(dossier, 'onBehalf')?.phone, fact(dossier, 'applicant')?.phone].filter(
    (phone) => phone !== undefined && phone !== '',
  );
  return phones.find((phone) => canBeReached(phone!)) ?? phones[0] ?? '';
};

/** What can be made of the phone this dossier's news go to: of whoever handed it in for the applicant, or theirs. */
export const readNotifiedPhone = (dossier: Dossier): PhoneReading => readPhone(written(dossier));

/** That phone, if it is a landline: nothing can be written to it, but a person can ring it. */
export const notifiedLandline = (dossier: Dossier): string | undefined => readLandline(written(dossier));

/** That phone, if a text message can reach it. */
export const notifiedPhone = (dossier: Dossier): E164 | undefined => {
  const phone = readNotifiedPhone(dossier);
  return phone.ok ? phone.e164 : undefined;
};
