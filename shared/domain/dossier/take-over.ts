/** What an office knows of a dossier once another office has handed it over. */
import type { Dossier, Facts } from './dossier.ts';
import { withoutRepeats } from './rounds.ts';

const union = <Of>(key: (one: Of) => string, ...lists: (readonly Of[] | undefined)[]): Of[] => [
  ...new Map(lists.flatMap((list) => list ?? []).map((one) => [key(one), one])).values(),
];

/** All that is known of a dossier but what its old office alone can say. */
export type CarriedDossier = Omit<Dossier, 'ward' | 'code' | 'codeFits' | 'movedTo' | 'movedFrom'>;

export const carriedAs = (dossier: CarriedDossier): string => JSON.stringify(dossier);
export const carriedIn = (written: string): CarriedDossier => JSON.parse(written) as CarriedDossier;

/** Both stories as one: steps in their order, each fact as its newest report has it. Taken over twice is taken over once. */
export const takenOver = (own: Dossier, carried: CarriedDossier): Dossier => {
  const facts = Object.entries({ ...carried.facts, ...own.facts }).map(([name, known]) => {
    const other = carried.facts[name as keyof Facts];
    return [name, other !== undefined && other.by > known.by ? other : known];
  });
  const voided = union<NonNullable<Dossier['voided']>[number]>(String, carried.voided, own.voided);
  const steps = union(({ eventId }) => eventId, carried.steps, own.steps)
    .filter(({ eventId }) => !voided.includes(eventId))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const lettersDecided = union<string>(String, carried.lettersDecided, own.lettersDecided);
  const askedUntil = own.askedUntil ?? carried.askedUntil;
  const { movedTo: _movedTo, ...here } = own;
  return {
    ...here,
    facts: Object.fromEntries(facts) as Facts,
    ...(askedUntil && { askedUntil }),
    steps: withoutRepeats(steps),
    told: union(({ id }) => id, carried.told, own.told),
    acts: union<NonNullable<Dossier['acts']>[number]>(String, carried.acts, own.acts),
    ...(voided.length > 0 && { voided }),
    ...(lettersDecided.length > 0 && { lettersDecided }),
    ...(carried.carriedElsewhere && { carriedElsewhere: true }),
  };
};
