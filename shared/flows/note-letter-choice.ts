import type { LetterChoice } from '../domain/letter/api.ts';
import type { Consents } from '../domain/letter/ports.ts';
import { readPhone } from '../domain/phone.ts';
import type { Clock } from '../domain/ports.ts';
import type { Vault } from '../domain/vault.ts';
import type { Ward } from '../domain/ward.ts';
import { consentKey } from './letters-of-dossiers.ts';

/** Notes what a family said about letters, with who noted it; a phone that cannot be read is told by its reason. */
export const noteLetterChoice =
  ({ consents, vault, clock }: { consents: Consents; vault: Pick<Vault, 'hash'>; clock: Clock }) =>
  async (
    ward: Ward,
    { phone, dossierCode, choice, evidence }: LetterChoice,
    by: string,
  ): Promise<{ ok: true } | { ok: false; reason: string }> => {
    const reading = phone === undefined ? undefined : readPhone(phone);
    if (reading?.ok === false) return { ok: false, reason: reading.reason };
    const person = reading?.ok
      ? consentKey(vault, { phone: reading.e164 })
      : consentKey(vault, { ward, code: dossierCode! });
    await consents.add(ward, {
      person,
      purpose: 'letters',
      choice,
      when: clock(),
      evidence: `${evidence} (${by})`.slice(0, 200),
    });
    return { ok: true };
  };
