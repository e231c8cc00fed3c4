import { type Dossier, fact } from './dossier.ts';
import { type E164, readPhone } from './phone.ts';

/** The phone this dossier's news go to, if one can be read: of whoever handed it in for the applicant, or theirs. */
export const notifiedPhone = (dossier: Dossier): E164 | undefined => {
  const phone = readPhone(fact(dossier, 'onBehalf')?.phone ?? fact(dossier, 'applicant')?.phone);
  return phone.ok ? phone.e164 : undefined;
};
