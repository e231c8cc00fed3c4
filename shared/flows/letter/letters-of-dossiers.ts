import { type Dossier, fact } from '../../domain/dossier/dossier.ts';
import type { Instant } from '../../domain/values/instant.ts';
import type { LettersDecided } from '../../domain/letter/occasion/decided.ts';
import { kinAmong, toldUnder } from '../../domain/letter/occasion/decide-letter.ts';
import {
  type FamilyOccasion,
  familyIn,
  lettersMarked,
  type Occasion,
  occasionsOf,
} from '../../domain/letter/occasion/occasion.ts';
import { decideTurn } from '../../domain/letter/correction/decide-turn.ts';
import { mayComeAgain } from '../../domain/letter/correction/follow-letters.ts';
import { type LetterTurn, mayFollow } from '../../domain/letter/correction/letter-turn.ts';
import type { LetterState } from '../../domain/letter/moves.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { PlaceCatalogue, Places } from '../../domain/values/places/places.ts';
import { procedures2026 } from '../../domain/values/procedures-2026.ts';
import type { Vault } from '../../domain/values/vault.ts';
import { noteRefusals, letterConsents } from './letter-consents.ts';
import type { LetterId } from '../../domain/values/ids.ts';
import type { LetterGrounds } from '../../domain/letter/occasion/grounds.ts';
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
  /** Where the citizen sees how a dossier stands; absent where nobody looks anything up. */
  lookup?: LetterGrounds['lookup'];
};

const noPlaces: PlaceCatalogue = {
  version: 'none',
  source: 'no address is printed',
  provinces: [],
  communes: [],
};

/**
 * Decides letters for dossiers as they are now: first what exists follows corrected facts, then new occasions. Only those
 * that give an occasion or a reason to follow cost anything: one batch of reads for all of them, and one more when a birth
 * or wedding meets a death that may be in the family, or a letter was taken back before.
 */
export const lettersOfDossiers =
  ({ letters, consents, wardLetters, settings, vault, places, calendarUrl, lookup }: LetterPorts) =>
  async (turns: readonly LetterTurn[], now: Instant): Promise<DossierLetters[]> => {
    const fingerprint = (text: string) => vault.fingerprint(text);
    const asked = turns.map((turn) => askedBy(turn, fingerprint));
    const open = asked.filter(({ occasions, kept }) => occasions.length + kept.length > 0);
    if (open.length === 0) return turns.map(({ dossier }) => ({ dossier }));

    const names = open.flatMap(({ ward, occasions }) => occasions.map(({ letterId: id }) => ({ ward, id })));
    const people = open.flatMap(({ ward, families }) =>
      families
        .flatMap((family) => family.people)
        .flatMap(({ keys, look }) => [...keys, ...look])
        .map((person) => ({ ward, person })),
    );
    const acts = open.map(({ turn: { dossier }, occasions }) => ({
      dossier,
      letter: occasions.find(({ is }) => is === 'family')?.letterId,
    }));
    const kept = open.flatMap((one) => one.kept);
    const [known, choices, standing] = await Promise.all([
      letters.known({
        letters: once(names, nameKey),
        people: once(people, ({ ward, person }) => `${ward} ${person}`),
      }),
      letterConsents(consents, acts),
      kept.length === 0 ? [] : letters.find(once(kept, nameKey)),
    ]);
    await noteRefusals(
      consents,
      acts.map((act, index) => ({ ...act, said: choices[index]! })),
    );
    const said = new Map(acts.map(({ dossier }, index) => [dossier, choices[index]!]));
    const namesakes = open.flatMap(({ ward, families }) => lettersOfKin(families, known.people, ward));
    const withdrawn = names.filter(({ id }) => known.states.get(id) === 'withdrawn');
    const [others, before] = await Promise.all([
      namesakes.length === 0 ? undefined : letters.known({ letters: once(namesakes, nameKey), people: [] }),
      withdrawn.length === 0 ? [] : letters.find(withdrawn),
    ]);
    const states = new Map([
      ...known.states,
      ...(others?.states ?? []),
      ...standing.map(({ id, state }): [string, LetterState] => [id, state]),
    ]);
    const takenBack = new Map(
      [...before, ...standing]
        .filter(({ state, reason }) => state === 'withdrawn' && mayComeAgain(reason))
        .map((letter) => [letter.id as string, letter]),
    );

    const decided = async ({ turn, occasions, kept: own }: Asked): Promise<DossierLetters> => {
      const { dossier } = turn;
      if (occasions.length + own.length === 0) return { dossier };
      const [ward, { localDays }] = await Promise.all([
        wardLetters.of(dossier.ward),
        settings.of(dossier.ward),
      ]);
      const isAddressed = [turn.before, dossier].some((of) => of && fact(of, 'deliveryAddress'));
      return decideTurn(
        turn,
        standing.filter(({ id, ward: of }) => of === dossier.ward && own.some((name) => name.id === id)),
        {
          dossier,
          ward,
          known: { states, people: known.people, consents: said.get(dossier) ?? [], takenBack },
          table: procedures2026,
          places: isAddressed ? await places() : noPlaces,
          localDays,
          fingerprint,
          calendarUrl,
          lookup,
          now,
        },
      );
    };
    return Promise.all(
      asked.map((one) =>
        decided(one).catch((error: unknown) => ({
          failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        })),
      ),
    );
  };

type Name = { ward: Ward; id: LetterId };
type Asked = {
  turn: LetterTurn;
  ward: Ward;
  occasions: Occasion[];
  /** What happened to whom, as it was told before and as it is. */
  families: FamilyOccasion[];
  /** The letters of this dossier that may have to follow. */
  kept: Name[];
};

const askedBy = (turn: LetterTurn, fingerprint: (text: string) => string): Asked => {
  const { before, dossier } = turn;
  const { ward } = dossier;
  const occasions = dossier.movedTo === undefined ? occasionsOf(dossier, procedures2026, fingerprint) : [];
  if (before === undefined || !mayFollow(turn))
    return { turn, ward, occasions, families: familiesIn(occasions), kept: [] };
  const told = [before, dossier].map((of) => familyIn(of, procedures2026, fingerprint));
  const kept = lettersMarked(before, fingerprint).map(({ letterId: id }) => ({ ward, id }));
  return { turn, ward, occasions, families: familiesIn(told), kept };
};

const familiesIn = (occasions: readonly (Occasion | undefined)[]): FamilyOccasion[] =>
  occasions.filter((occasion) => occasion?.is === 'family');

const nameKey = ({ ward, id }: Name): string => `${ward} ${id}`;

const once = <Of>(names: readonly Of[], key: (name: Of) => string): Of[] => [
  ...new Map(names.map((name) => [key(name), name])).values(),
];

/** Letters about people who may belong together: a death touches the family's congratulation. */
const lettersOfKin = (
  families: readonly FamilyOccasion[],
  people: Awaited<ReturnType<Letters['known']>>['people'],
  ward: Ward,
): Name[] =>
  families.flatMap(({ event, people: own }) => {
    const known = own.flatMap(({ look }) => look.flatMap((key) => people.get(key)?.traces ?? []));
    const traces = own.map(({ trace }) => trace);
    const kin = kinAmong(traces, known);
    const under = toldUnder(event, traces, known);
    const ids = [
      ...kin.flatMap(({ person, death }) => [person.letterId, death.letterId]),
      ...(under ? [under] : []),
    ];
    return [...new Set(ids)].map((id) => ({ ward, id: id as LetterId }));
  });
