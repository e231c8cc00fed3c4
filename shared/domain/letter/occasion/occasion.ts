/** What in a dossier gives reason to write a letter: something happened to a person, or the office is late. */
import type { Consent } from '../../office/consent.ts';
import { mayTell } from '../../office/consent.ts';
import { type Dossier, fact } from '../../dossier/dossier.ts';
import type { Instant } from '../../values/instant.ts';
import { type Effect, effectOf, type ProcedureTable } from '../../values/procedure.ts';
import { roundsOf, type Round, type Step } from '../../dossier/rounds.ts';
import { statuses } from '../../dossier/statuses.ts';
import type { LetterFacts } from './letter-decision.ts';
import { apologyIdOf, type Fingerprint, letterIdOf, PersonEvent } from './person-event.ts';
import { type Traced, tracesOf } from './trace.ts';
import { readName } from '../wording/unnamed-child.ts';
import type { EventId, LetterId } from '../../values/ids.ts';

/** `mark` is kept by the dossier, so that each occasion is decided once, whatever it came to. */
type EveryOccasion = { mark: string; cause: EventId; at: Instant; letterId: LetterId };

export type FamilyOccasion = EveryOccasion & {
  is: 'family';
  event: PersonEvent;
  registration: LetterFacts['registration'];
  /** The persons of the event, and where others who may belong to them are found. */
  people: Traced[];
};
/** A birth, wedding or death was registered, and the record says of nobody to whom it happened. */
export type PersonsMissing = EveryOccasion & { is: 'persons-missing' };
export type DelayOccasion = EveryOccasion & { is: 'delay'; newDueAt: Instant };
export type Occasion = FamilyOccasion | PersonsMissing | DelayOccasion;

/** The event as a letter knows it: gaps stay gaps, and what stands in the place of a child's name is read as that. */
const eventIn = (dossier: Dossier): PersonEvent | undefined => {
  const told = fact(dossier, 'personEvent');
  switch (told?.kind) {
    case undefined:
      return undefined;
    case 'birth': {
      const { kind, childName, bornOn, parents = [] } = told;
      const { name, childOf } = readName(childName);
      const family = childOf !== undefined && parents.length === 0 ? [childOf] : parents;
      return PersonEvent.safeParse({ kind, childName: name, bornOn, parents: family }).data;
    }
    case 'marriage':
      return PersonEvent.safeParse({ ...told, spouses: told.spouses ?? [] }).data;
    case 'death': {
      const { kind, deceasedName, diedOn, bornOn } = told;
      const { name, childOf, little } = readName(deceasedName);
      return PersonEvent.safeParse({ kind, deceasedName: name, childOf, little, diedOn, bornOn }).data;
    }
  }
};

/**
 * A procedure that the table names without an effect is a registration made again or a copy of one, so nobody is
 * congratulated for it. A code the table does not know says nothing against the event that comes with it: ministries
 * change codes.
 */
const registrationBy = (
  table: ProcedureTable,
  code: string | undefined,
  kind: Exclude<Effect, 'none'>,
): FamilyOccasion['registration'] => {
  const effect = effectOf(table, code) ?? kind;
  return effect === kind ? 'first' : 'again';
};

/** Kept by a dossier of which another office has sent, or decided, its letters. */
export const elsewhereMark = 'elsewhere';

const newestOf = (dossier: Dossier, status: Step['status']): Round | undefined =>
  roundsOf(dossier.steps).findLast((round) => round.status === status);

/** Decided once for the same persons and dates; corrected ones are an occasion anew. */
const familyMark = 'family ';
/** Decided once for each new date. */
const delayMark = 'delay ';

/** What happened to a person, as the dossier stands, decided already or not. */
export const familyIn = (
  dossier: Dossier,
  table: ProcedureTable,
  fingerprint: Fingerprint,
): FamilyOccasion | PersonsMissing | undefined => {
  const step = newestOf(dossier, 'completed');
  if (step === undefined) return undefined;
  const { ward } = dossier;
  const { eventId: cause, occurredAt: at } = step;
  const event = eventIn(dossier);
  const code = fact(dossier, 'procedureCode');
  if (event === undefined) {
    const effect = effectOf(table, code) ?? 'none';
    if (effect === 'none' || fact(dossier, 'personEvent') !== undefined) return undefined;
    const letterId = fingerprint(['letter', ward, effect, dossier.code].join('|')) as LetterId;
    return { is: 'persons-missing', mark: 'persons-missing', cause, at, letterId };
  }
  const letterId = letterIdOf(ward, event, fingerprint) as LetterId;
  return {
    is: 'family',
    mark: `${familyMark}${letterId}`,
    cause,
    at,
    letterId,
    event,
    registration: registrationBy(table, code, event.kind),
    people: tracesOf(ward, event, fingerprint),
  };
};

/** The letters that a dossier has been decided to deserve, by the marks it keeps of them. */
export const lettersMarked = (
  { ward, code, lettersDecided = [] }: Dossier,
  fingerprint: Fingerprint,
): { mark: string; letterId: LetterId }[] =>
  lettersDecided.flatMap((mark) => {
    const [, family, newDueAt] = new RegExp(`^(?:${familyMark}(.+)|${delayMark}(.+))$`).exec(mark) ?? [];
    const id = family ?? (newDueAt && apologyIdOf(ward, code, newDueAt, fingerprint));
    return id === undefined ? [] : [{ mark, letterId: id as LetterId }];
  });

/** The office is late, as the dossier stands, decided already or not. */
export const delayIn = (dossier: Dossier, fingerprint: Fingerprint): DelayOccasion | undefined => {
  const step = newestOf(dossier, 'delayed');
  const newDueAt = fact(dossier, 'newDueAt');
  if (step === undefined || newDueAt === undefined) return undefined;
  const settled = roundsOf(dossier.steps).some(
    ({ status, order }) => statuses[status].ends !== false && order > step.order,
  );
  if (settled) return undefined;
  return {
    is: 'delay',
    mark: `${delayMark}${newDueAt}`,
    cause: step.eventId,
    at: step.occurredAt,
    letterId: apologyIdOf(dossier.ward, dossier.code, newDueAt, fingerprint) as LetterId,
    newDueAt,
  };
};

/**
 * The letters of the birth, wedding or death in this dossier, whatever has become of either: of the facts as they are,
 * and as they were when a letter was first written, whose name it keeps when they are put right.
 */
export const familyLettersOf = (dossier: Dossier, fingerprint: Fingerprint): LetterId[] => {
  const event = eventIn(dossier);
  const now = event ? [letterIdOf(dossier.ward, event, fingerprint) as LetterId] : [];
  const marked = lettersMarked(dossier, fingerprint).filter(({ mark }) => mark.startsWith(familyMark));
  return [...new Set([...now, ...marked.map(({ letterId }) => letterId)])];
};

/** The occasions of a dossier that nobody has decided yet. */
export const occasionsOf = (dossier: Dossier, table: ProcedureTable, fingerprint: Fingerprint): Occasion[] =>
  [familyIn(dossier, table, fingerprint), delayIn(dossier, fingerprint)].filter(
    (occasion) =>
      occasion !== undefined &&
      ![occasion.mark, elsewhereMark].some((mark) => dossier.lettersDecided?.includes(mark)),
  ) as Occasion[];

/** What the family said about letters, by whatever name it said it; the newest of its choices counts. */
export const wishOf = (consents: readonly Consent[]): LetterFacts['wish'] => {
  const { may, because } = mayTell(consents, 'letter', 'letters');
  if (!may) return 'declined';
  return because === 'chosen' ? 'agreed' : 'unknown';
};
