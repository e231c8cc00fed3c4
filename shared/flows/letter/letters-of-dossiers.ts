import { type Dossier, fact } from '../../domain/dossier/dossier.ts';
import type { Instant } from '../../domain/values/instant.ts';
import { decideLetters } from '../../domain/letter/occasion/decide-letters.ts';
import type { LettersDecided } from '../../domain/letter/occasion/decided.ts';
import { kinAmong } from '../../domain/letter/occasion/decide-letter.ts';
import { type FamilyOccasion, type Occasion, occasionsOf } from '../../domain/letter/occasion/occasion.ts';
import type { PlaceCatalogue, Places } from '../../domain/values/places/places.ts';
import { procedures2026 } from '../../domain/values/procedures-2026.ts';
import type { Vault } from '../../domain/values/vault.ts';
import { noteRefusals, letterConsents } from './letter-consents.ts';
import type { LetterId } from '../../domain/values/ids.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import type { Consents } from '../../domain/office/consents.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';

/** What a dossier comes to in letters: the dossier with its occasions marked as decided, and the decision. */
export type DossierLetters = { dossier: Dossier; letters?: LettersDecided } | { failed: string };

export type LetterPorts = {
  letters: Letters;
  consents: Consents;
  wardLetters: LetterSettingsStore;
  /** Says on which days the ward is closed. */
  settings: Pick<SettingsStore, 'of'>;
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
 * all of them, and one more when a birth or wedding meets a death that may be in the family.
 */
export const lettersOfDossiers =
  ({ letters, consents, wardLetters, settings, vault, places, calendarUrl }: LetterPorts) =>
  async (dossiers: readonly Dossier[], now: Instant): Promise<DossierLetters[]> => {
    const fingerprint = (text: string) => vault.fingerprint(text);
    const asked = dossiers.map((dossier) => ({
      dossier,
      occasions: occasionsOf(dossier, procedures2026, fingerprint),
    }));
    const open = asked.filter(({ occasions }) => occasions.length > 0);
    if (open.length === 0) return dossiers.map((dossier) => ({ dossier }));

    const names = open.flatMap(({ dossier: { ward }, occasions }) =>
      [
        ...occasions.map(({ letterId }) => letterId),
        ...familiesIn(occasions).flatMap(({ before }) => before),
      ].map((id) => ({ ward, id })),
    );
    const people = open.flatMap(({ dossier: { ward }, occasions }) =>
      familiesIn(occasions)
        .flatMap((family) => family.people)
        .flatMap(({ keys, look }) => [...keys, ...look])
        .map((person) => ({ ward, person })),
    );
    const acts = open.map(({ dossier, occasions }) => ({
      dossier,
      letter: occasions.find(({ is }) => is === 'family')?.letterId,
    }));
    const [known, choices] = await Promise.all([
      letters.known({
        letters: once(names, ({ ward, id }) => `${ward} ${id}`),
        people: once(people, ({ ward, person }) => `${ward} ${person}`),
      }),
      letterConsents(consents, acts),
    ]);
    await noteRefusals(
      consents,
      acts.map((act, index) => ({ ...act, said: choices[index]! })),
    );
    const said = new Map(acts.map(({ dossier }, index) => [dossier, choices[index]!]));
    const namesakes = open.flatMap(({ dossier: { ward }, occasions }) =>
      lettersOfKin(occasions, known.people, ward),
    );
    const states =
      namesakes.length === 0
        ? known.states
        : new Map([...known.states, ...(await letters.known({ letters: namesakes, people: [] })).states]);

    const decided = async ({ dossier, occasions }: (typeof asked)[number]) => {
      if (occasions.length === 0) return { dossier };
      const [ward, { localDays }] = await Promise.all([
        wardLetters.of(dossier.ward),
        settings.of(dossier.ward),
      ]);
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
          localDays,
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

const familiesIn = (occasions: readonly Occasion[]): FamilyOccasion[] =>
  occasions.filter((occasion) => occasion.is === 'family');

const once = <Name>(names: readonly Name[], key: (name: Name) => string): Name[] => [
  ...new Map(names.map((name) => [key(name), name])).values(),
];

/** Letters about people who may belong together: a death touches the family's congratulation. */
const lettersOfKin = (
  occasions: readonly Occasion[],
  people: Awaited<ReturnType<Letters['known']>>['people'],
  ward: Dossier['ward'],
) =>
  familiesIn(occasions).flatMap((occasion) => {
    const known = occasion.people.flatMap(({ look }) => look.flatMap((key) => people.get(key)?.traces ?? []));
    const kin = kinAmong(
      occasion.people.map(({ trace }) => trace),
      known,
    );
    const ids = new Set(kin.flatMap(({ person, death }) => [person.letterId, death.letterId]));
    return [...ids].map((id) => ({ ward, id: id as LetterId }));
  });
