/** What in a dossier gives reason to write a letter: something happened to a person, or the office is late. */
import type { Consent } from '../../office/consent.ts';
import { mayTell } from '../../office/consent.ts';
import { addMonthsClamped, type Day, dayOf } from '../../values/day.ts';
import { type Dossier, fact } from '../../dossier/dossier.ts';
import type { Instant } from '../../values/instant.ts';
import { type Effect, effectOf, type ProcedureTable } from '../../values/procedure.ts';
import { roundsOf, type Round, type Step } from '../../dossier/rounds.ts';
import { statuses } from '../../dossier/statuses.ts';
import type { LetterFacts } from './decide-letter.ts';
import { apologyIdOf, type Fingerprint, letterIdOf, PersonEvent, traceOf } from './person-event.ts';
import type { EventId, LetterId } from '../../values/ids.ts';

/** `mark` is kept by the dossier, so that each occasion is decided once, whatever it came to. */
type EveryOccasion = { mark: string; cause: EventId; at: Instant; letterId: LetterId };

export type FamilyOccasion = EveryOccasion & {
  is: 'family';
  event: PersonEvent;
  registration: LetterFacts['registration'];
  completedOn: Day;
  /** The keyed hash of the person's name, where a birth and a death have to find each other. */
  person?: string;
};
export type DelayOccasion = EveryOccasion & { is: 'delay'; newDueAt: Instant };
export type Occasion = FamilyOccasion | DelayOccasion;

/**
 * A birth known by its year is no day to compare; it says that the deceased was no child, or else its last day is
 * taken, so that a child's death is met with a child's care.
 */
const bornAtTheLatest = (bornOn: string | undefined, diedOn: string | undefined): string | undefined => {
  if (bornOn === undefined || diedOn === undefined || bornOn.length === 10) return bornOn;
  const year = Number(bornOn.slice(0, 4));
  if (Number(diedOn.slice(0, 4)) - year > 16) return undefined;
  const latest = addMonthsClamped(`${bornOn.slice(0, 7).padEnd(7, '-12')}-31` as Day, 0);
  return latest > diedOn ? diedOn : latest;
};

const eventIn = (dossier: Dossier): PersonEvent | undefined => {
  const told = fact(dossier, 'personEvent');
  if (told === undefined) return undefined;
  switch (told.kind) {
    case 'birth': {
      const { kind, childName, bornOn } = told;
      return PersonEvent.safeParse({ kind, childName, bornOn }).data;
    }
    case 'marriage':
      return PersonEvent.safeParse(told).data;
    case 'death': {
      const { bornOn, ...death } = told;
      return PersonEvent.safeParse({ ...death, bornOn: bornAtTheLatest(bornOn, death.diedOn) }).data;
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

const newestOf = (dossier: Dossier, status: Step['status']): Round | undefined =>
  roundsOf(dossier.steps).findLast((round) => round.status === status);

const familyIn = (
  dossier: Dossier,
  table: ProcedureTable,
  fingerprint: Fingerprint,
): FamilyOccasion | undefined => {
  const step = newestOf(dossier, 'completed');
  const event = step && eventIn(dossier);
  if (step === undefined || event === undefined) return undefined;
  const { ward } = dossier;
  const person = traceOf(ward, event, fingerprint)?.person;
  return {
    is: 'family',
    mark: 'family',
    cause: step.eventId,
    at: step.occurredAt,
    letterId: letterIdOf(ward, event, fingerprint) as LetterId,
    event,
    registration: registrationBy(table, fact(dossier, 'procedureCode'), event.kind),
    completedOn: dayOf(step.occurredAt),
    ...(person !== undefined && { person }),
  };
};

const delayIn = (dossier: Dossier, fingerprint: Fingerprint): DelayOccasion | undefined => {
  const step = newestOf(dossier, 'delayed');
  const newDueAt = fact(dossier, 'newDueAt');
  if (step === undefined || newDueAt === undefined) return undefined;
  const settled = roundsOf(dossier.steps).some(
    ({ status, order }) => statuses[status].ends !== false && order > step.order,
  );
  if (settled) return undefined;
  return {
    is: 'delay',
    mark: `delay ${newDueAt}`,
    cause: step.eventId,
    at: step.occurredAt,
    letterId: apologyIdOf(dossier.ward, dossier.code, newDueAt, fingerprint) as LetterId,
    newDueAt,
  };
};

/** The letter that the birth, wedding or death in this dossier deserves, whatever has become of either. */
export const actOf = (dossier: Dossier, fingerprint: Fingerprint): LetterId | undefined => {
  const event = eventIn(dossier);
  return event && (letterIdOf(dossier.ward, event, fingerprint) as LetterId);
};

/** The occasions of a dossier that nobody has decided yet. */
export const occasionsOf = (dossier: Dossier, table: ProcedureTable, fingerprint: Fingerprint): Occasion[] =>
  [familyIn(dossier, table, fingerprint), delayIn(dossier, fingerprint)].filter(
    (occasion) => occasion !== undefined && dossier.lettersDecided?.includes(occasion.mark) !== true,
  ) as Occasion[];

/** What the family said about letters, by whatever name it said it; the newest of its choices counts. */
export const wishOf = (consents: readonly Consent[]): LetterFacts['wish'] => {
  const { may, because } = mayTell(consents, 'letter', 'letters');
  if (!may) return 'declined';
  return because === 'chosen' ? 'agreed' : 'unknown';
};
