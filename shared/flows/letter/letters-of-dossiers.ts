import { type Dossier, fact } from '../../domain/dossier/dossier.ts';
import type { Instant } from '../../domain/values/instant.ts';
import { decideLetters } from '../../domain/letter/occasion/decide-letters.ts';
import type { LettersDecided } from '../../domain/letter/occasion/decided.ts';
import { type Occasion, occasionsOf } from '../../domain/letter/occasion/occasion.ts';
import type { PlaceCatalogue, Places } from '../../domain/values/places/places.ts';
import { procedures2026 } from '../../domain/values/procedures-2026.ts';
import type { Vault } from '../../domain/values/vault.ts';
import { noteRefusals, letterConsents } from './letter-consents.ts';
import type { LetterId } from '../../domain/values/ids.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import type { Consents } from '../../domain/office/consents.ts';

/** What a dossier comes to in letters: the dossier with its occasions marked as decided, and the decision. */
export type DossierLetters = { dossier: Dossier; letters?: LettersDecided } | { failed: string };

export type LetterPorts = {
  letters: Letters;
  consents: Consents;
  wardLetters: LetterSettingsStore;
  vault: Pick<Vault, 'fingerprint'>;
  /** The catalogue of communes and provinces; asked for only when an address is printed. */
  places: Places;
  calendarUrl: (token: string) => string;
};

const noPlaces: PlaceCatalogue = {
  version: 'none',
  source: 'no address is printed',
  provinces: [],
  communes: [],
};

/**
 * Decides letters for dossiers as they are now. Only those that give an occasion cost anything: one batch of reads for
 * all of them, and one more when a birth meets a death of the same name.
 */
export const lettersOfDossiers =
  ({ letters, consents, wardLetters, vault, places, calendarUrl }: LetterPorts) =>
  async (dossiers: readonly Dossier[], now: Instant): Promise<DossierLetters[]> => {
    const fingerprint = (text: string) => vault.fingerprint(text);
    const asked = dossiers.map((dossier) => ({
      dossier,
      occasions: occasionsOf(dossier, procedures2026, fingerprint),
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
    const acts = open.map(({ dossier, occasions }) => ({
      dossier,
      letter: occasions.find(({ is }) => is === 'family')?.letterId,
    }));
    const [known, choices] = await Promise.all([
      letters.known({ letters: names, people }),
      letterConsents(consents, acts),
    ]);
    await noteRefusals(
      consents,
      acts.map((act, index) => ({ ...act, said: choices[index]! })),
    );
    const said = new Map(acts.map(({ dossier }, index) => [dossier, choices[index]!]));
    const namesakes = open.flatMap(({ dossier: { ward }, occasions }) =>
      lettersOfNamesakes(occasions, known.people, ward),
    );
    const states =
      namesakes.length === 0
        ? known.states
        : new Map([...known.states, ...(await letters.known({ letters: namesakes, people: [] })).states]);

    const decided = async ({ dossier, occasions }: (typeof asked)[number]) => {
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
            consents: said.get(dossier) ?? [],
          },
          table: procedures2026,
          places: fact(dossier, 'deliveryAddress') ? await places() : noPlaces,
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
