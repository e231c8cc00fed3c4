import { type Dossier, fact } from './dossier.ts';
import { type E164, type PhoneReading, readPhone } from './phone.ts';

/** What can be made of the phone this dossier's news go to: of whoever handed it in for the applicant, or theirs. */
export const readNotifiedPhone = (dossier: Dossier): PhoneReading =>
  readPhone(fact(dossier, 'onBehalf')?.phone ?? fact(dossier, 'applicant')?.phone ?? '');

/** That phone, if a text message can reach it. */
export const notifiedPhone = (dossier: Dossier): E164 | undefined => {
  const phone = readNotifiedPhone(dossier);
  return phone.ok ? phone.e164 : undefined;
};
