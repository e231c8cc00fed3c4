import { type Dossier } from '../domain/dossier.ts';
import type { Instant } from '../domain/instant.ts';
import { decideLetters } from '../domain/letter/decide-letters.ts';
import type { LettersDecided } from '../domain/letter/decided.ts';
import type { LetterId } from '../domain/letter/letter.ts';
import { type Occasion, occasionsOf } from '../domain/letter/occasion.ts';
import type { Consents, Letters, LetterSettingsStore } from '../domain/letter/ports.ts';
import { notifiedPhone } from '../domain/notified-phone.ts';
import { procedures2026 } from '../domain/procedures-2026.ts';
import type { Vault } from '../domain/vault.ts';

/** What a dossier comes to in letters: the dossier with its occasions marked as decided, and the decision. */
export type DossierLetters = { dossier: Dossier; letters?: LettersDecided } | { failed: string };

export type LetterPorts = {
  letters: Letters;
  consents: Consents;
  wardLetters: LetterSettingsStore;
  vault: Pick<Vault, 'fingerprint' | 'hash'>;
  calendarUrl: (token: string) => string;
};

/** A name under which a family may have said whether it wants letters: its phone, or the dossier itself. */
export const consentKey = (
  { hash }: Pick<Vault, 'hash'>,
  by: { phone: string } | (Pick<Dossier, 'ward'> & { code: string }),
): string => hash('phone' in by ? by.phone : `dossier|${by.ward}|${by.code}`);

const consentKeysOf = (vault: Pick<Vault, 'hash'>, dossier: Dossier): string[] => {
  const phone = notifiedPhone(dossier);
  return [consentKey(vault, dossier), ...(phone === undefined ? [] : [consentKey(vault, { phone })])];
};

/**
 * Decides letters for dossiers as they are now. Only those that give an occasion cost anything: one batch of reads for
 * all of them, and one more when a birth meets a death of the same name.
 */
export const lettersOfDossiers =
  ({ letters, consents, wardLetters, vault, calendarUrl }: LetterPorts) =>
  async (dossiers: readonly Dossier[], now: Instant): Promise<DossierLetters[]> => {
    const fingerprint = (text: string) => vault.fingerprint(text);
    const asked = dossiers.map((dossier) => ({
      dossier,
      occasions: occasionsOf(dossier, procedures2026, fingerprint),
      consentKeys: consentKeysOf(vault, dossier),
    }));
    const open = asked.filter(({ occasions }) => occasions.length > 0);
    if (open.length === 0) return dossiers.map((dossier) => ({ dossier }));

    const names = open.flatMap(({ dossier: { ward }, occasions }) =>
      occasions.map(({ letterId: id }) => ({ ward, id })),
    );
    const people = open.flatMap(({ dossier: { ward }, occasions }) =>
      occasions.flatMap((occasion) =>
        occasion.is === 'family' && occasion.person !== undefined ? [{ ward, person: occasion.person }] : [],
      ),
    );
    const [known, said] = await Promise.all([
      letters.known({ letters: names, people }),
      consents.find(
        open.flatMap(({ dossier: { ward }, consentKeys: keys }) => keys.map((person) => ({ ward, person }))),
      ),
    ]);
    const namesakes = open.flatMap(({ dossier: { ward }, occasions }) =>
      lettersOfNamesakes(occasions, known.people, ward),
    );
    const states =
      namesakes.length === 0
        ? known.states
        : new Map([...known.states, ...(await letters.known({ letters: namesakes, people: [] })).states]);

    const decided = async ({ dossier, occasions, consentKeys: keys }: (typeof asked)[number]) => {
      if (occasions.length === 0) return { dossier };
      const ward = await wardLetters.of(dossier.ward);
      return {
        dossier: {
          ...dossier,
          lettersDecided: [...(dossier.lettersDecided ?? []), ...occasions.map(({ mark }) => mark)],
        },
        letters: decideLetters(occasions, {
          dossier,
          ward,
          known: {
            states,
            people: known.people,
            consents: said.filter(({ person }) => keys.includes(person)),
          },
          table: procedures2026,
          fingerprint,
          calendarUrl,
          now,
        }),
      };
    };
    return Promise.all(
      asked.map((one) =>
        decided(one).catch((error: unknown) => ({
          failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        })),
      ),
    );
  };

/** Letters about the other end of a life: a child's death touches its congratulation, and a condolence too old for it. */
const lettersOfNamesakes = (
  occasions: readonly Occasion[],
  people: Awaited<ReturnType<Letters['known']>>['people'],
  ward: Dossier['ward'],
) =>
  occasions.flatMap((occasion) =>
    occasion.is === 'family'
      ? (people.get(occasion.person ?? '')?.traces ?? [])
          .filter(({ kind }) => kind !== occasion.event.kind)
          .map(({ letterId }) => ({ ward, id: letterId as LetterId }))
      : [],
  );
