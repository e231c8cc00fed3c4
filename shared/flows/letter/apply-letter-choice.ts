import type { Consent } from '../../domain/office/consent.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { familyLettersOf, wishOf } from '../../domain/letter/occasion/occasion.ts';
import type { Vault } from '../../domain/values/vault.ts';
import { letterConsents } from './letter-consents.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import type { Chooser, Consents } from '../../domain/office/consents.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';

export type LetterChoicePorts = {
  consents: Consents;
  dossiers: Pick<Dossiers, 'find' | 'withPhone'>;
  letters: Pick<Letters, 'find' | 'move'>;
  vault: Pick<Vault, 'fingerprint'>;
  clock: Clock;
};

const dossiersOf = async ({ dossiers }: LetterChoicePorts, whose: Chooser): Promise<Dossier[]> => {
  if ('phone' in whose) return dossiers.withPhone(whose.ward, whose.phone);
  if ('letter' in whose) return [];
  return (await dossiers.find([{ ward: whose.ward, code: whose.dossier }])).map(({ dossier }) => dossier);
};

/**
 * Makes a choice about letters count for letters that are on their way. It is kept for each act that the dossiers tell
 * of, and where the family now declines, the letter is withdrawn, in the name of whoever noted the choice. Answers how
 * many were. A letter that has left stays what it is; one that is being drafted or revised at this moment finds the
 * choice before it is printed.
 */
export const applyLetterChoice =
  (ports: LetterChoicePorts) =>
  async (whose: Chooser, consent: Consent, by: string): Promise<number> => {
    if (consent.purpose !== 'letters') return 0;
    const { consents, letters, vault, clock } = ports;
    const acts = (await dossiersOf(ports, whose)).flatMap((dossier) =>
      familyLettersOf(dossier, (text) => vault.fingerprint(text)).map((letter) => ({ dossier, letter })),
    );
    await Promise.all(
      acts.map(({ dossier: { ward }, letter }) => consents.record({ ward, letter }, consent)),
    );
    const said = await letterConsents(consents, acts);
    const declined = acts.filter((_, index) => wishOf(said[index]!) === 'declined');
    const names = new Map(declined.map(({ dossier: { ward }, letter }) => [letter, { ward, id: letter }]));
    const pending = await letters.find([...names.values()]);
    const moved = await Promise.all(
      pending.map(({ ward, id, version }) =>
        letters.move({ ward, id }, 'withdrawn', { at: clock(), version, reason: 'declined', by }),
      ),
    );
    return moved.filter(({ is }) => is === 'moved').length;
  };
