import { type Dossier, fact } from './dossier.ts';
import { type E164, type PhoneReading, readLandline, readPhone } from './phone.ts';

const written = (dossier: Dossier): string =>
  fact(dossier, 'onBehalf')?.phone ?? fact(dossier, 'applicant')?.phone ?? '';

/** What can be made of the phone this dossier's news go to: of whoever handed it in for the applicant, or theirs. */
export const readNotifiedPhone = (dossier: Dossier): PhoneReading => readPhone(written(dossier));

/** That phone, if it is a landline: nothing can be written to it, but a person can ring it. */
export const notifiedLandline = (dossier: Dossier): string | undefined => readLandline(written(dossier));

/** That phone, if a text message can reach it. */
export const notifiedPhone = (dossier: Dossier): E164 | undefined => {
  const phone = readNotifiedPhone(dossier);
  return phone.ok ? phone.e164 : undefined;
};
