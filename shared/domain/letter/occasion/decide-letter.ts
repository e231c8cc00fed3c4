/** Which letter a completed dossier deserves, and which pending ones it takes back or holds. */
import { isChildsDeath } from './childs-death.ts';
import { isOneChild, type Kinship, kinship } from './kinship.ts';
import type {
  Known,
  LetterDecision,
  LetterFacts,
  LetterSettings,
  Reason,
  Withdrawal,
} from './letter-decision.ts';
import { letterIdOf, type Fingerprint, type PersonEvent } from './person-event.ts';
import { untimely } from './timeliness.ts';
import { type Trace, tracesOf } from './trace.ts';

const kinds = { birth: 'birth', marriage: 'marriage', death: 'condolence' } as const;

type Kin = { person: Trace; death: Trace; how: Exclude<Kinship, 'none'> };

/** Who of these may belong together: a person of a congratulation, and somebody who died. */
export const kinAmong = (own: readonly Trace[], known: readonly Trace[]): Kin[] =>
  own.flatMap((one) =>
    known.flatMap((other): Kin[] => {
      const [person, death] = one.as === 'deceased' ? [other, one] : [one, other];
      const how = kinship(person, death);
      return how === 'none' ? [] : [{ person, death, how }];
    }),
  );

/** A birth or wedding registered again is that of grown people: a namesake who dies must not look like the child. */
const rememberedOf = ({ ward, event, registration }: LetterFacts, fingerprint: Fingerprint): Trace[] =>
  registration === 'again' && event.kind !== 'death'
    ? []
    : tracesOf(ward, event, fingerprint).map(({ trace }) => trace);

const isOnePerson = (one: Trace, other: Trace): boolean =>
  one.as === other.as &&
  one.name?.exact === other.name?.exact &&
  one.bornOn === other.bornOn &&
  one.marriedOn === other.marriedOn &&
  one.diedOn === other.diedOn;

/**
 * The letter that tells of this event under another name: it was written for other facts, which were put right since, and
 * a letter keeps its name.
 */
export const toldUnder = (
  event: PersonEvent,
  own: readonly Trace[],
  known: readonly Trace[],
): string | undefined => {
  const isNamedChild = event.kind === 'birth' && event.childName !== undefined;
  const whom = own
    .filter(({ as }) => !isNamedChild || as === 'child')
    .map((one) => (one.as === 'deceased' ? { ...one, bornOn: undefined } : one));
  const told = known.map((one) => (one.as === 'deceased' ? { ...one, bornOn: undefined } : one));
  const under = (letterId: string) =>
    whom.every((one) => told.some((other) => other.letterId === letterId && isOnePerson(one, other)));
  return whom.length === 0
    ? undefined
    : told.map(({ letterId }) => letterId).find((id) => id !== whom[0]!.letterId && under(id));
};

/** The same child told before without its name, or told now without it. */
const isToldAlready = (event: PersonEvent, own: readonly Trace[], known: readonly Trace[]): boolean => {
  const nameless = (letterId: string) =>
    known.some((other) => other.as === 'child' && other.name === undefined && other.letterId === letterId);
  return (
    event.kind === 'birth' &&
    known.some(
      (other) =>
        own.some((one) => one.letterId !== other.letterId && isOneChild(one, other)) &&
        (event.childName === undefined || nameless(other.letterId)),
    )
  );
};

/** Whether the letter would know whom to name; a child without a name is called by its parents. */
const isNamed = (event: PersonEvent): boolean =>
  event.kind === 'birth'
    ? event.childName !== undefined || event.parents.length > 0
    : event.kind === 'marriage'
      ? event.spouses.length === 2
      : event.deceasedName !== undefined;

const whyNot = (
  { event, wish, registration, today }: LetterFacts,
  settings: LetterSettings,
  kin: readonly Kin[],
): Reason | undefined => {
  const kind = kinds[event.kind];
  if (registration === 'again') return 'registered-again';
  const certain = kin.some(({ how }) => how === 'certain');
  if (certain) return event.kind === 'death' ? 'a-child-needs-own-words' : 'child-died';
  if (event.kind === 'death' && isChildsDeath(event)) return 'a-child-needs-own-words';
  if (wish === 'declined') return 'declined';
  if (wish === 'unknown' && settings.basis === 'consent') return 'no-consent';
  if (!settings[kind].on) return 'switched-off';
  if (!settings.approvedWordings.includes(kind)) return 'wording-not-approved';
  if (!isNamed(event)) return 'name-missing';
  const late = untimely(event, today, settings.limits);
  if (late) return late;
  return event.kind === 'birth' && !settings.scheduleConfirmed ? 'schedule-not-confirmed' : undefined;
};

/** What two people who may belong together mean for the letters about them. */
const meaning = ({ person, death, how }: Kin): Withdrawal[] => {
  if (how === 'certain')
    return [person, death].map(({ letterId }) => ({ letterId, is: 'withdrawn', reason: 'child-died' }));
  const bereaved: Withdrawal = { letterId: person.letterId, is: 'doubted', reason: 'perhaps-bereaved' };
  const ofChild = person.as === 'child' || death.byParent === true;
  return ofChild
    ? [bereaved, { letterId: death.letterId, is: 'doubted', reason: 'perhaps-a-child' }]
    : [bereaved];
};

/**
 * One letter for one person event, whichever dossier brings it first. A death in the family takes back or holds what
 * would congratulate it, whatever the order in which the two events came; a child's gets no ready-made condolence: those
 * words are written for the old. A first registration alone deserves a letter, but a death counts in any form.
 */
export const decideLetter = (
  facts: LetterFacts,
  settings: LetterSettings,
  known: Known,
  fingerprint: Fingerprint,
): LetterDecision => {
  const { event } = facts;
  const letterId = letterIdOf(facts.ward, event, fingerprint);
  const traces = rememberedOf(facts, fingerprint);
  const isNews = !known.traces.some((trace) => trace.letterId === letterId);
  const kin = kinAmong(traces, known.traces);
  const told = toldUnder(event, traces, known.traces);
  const seen =
    known.letters.some(({ id }) => id === letterId) ||
    told !== undefined ||
    isToldAlready(event, traces, known.traces);
  const meant = kin.flatMap(meaning);
  // A doubt is raised once: what a person has looked at stays decided.
  const others = meant.filter((one) => one.letterId !== letterId && (isNews || one.is === 'withdrawn'));
  const withdraw: Withdrawal[] = [
    ...others,
    ...(seen && facts.wish === 'declined'
      ? [{ letterId: told ?? letterId, is: 'withdrawn', reason: 'declined' } as const]
      : []),
  ];
  const reason = seen ? 'already-known' : whyNot(facts, settings, kin);
  if (reason) return { outcome: 'none', reason, traces, withdraw };

  const kind = kinds[event.kind];
  const doubt = meant.flatMap((one) =>
    one.letterId === letterId && one.is === 'doubted' ? one.reason : [],
  )[0];
  const { layout } = settings[kind];
  const nameless = event.kind === 'birth' && event.childName === undefined;
  const release = kind === 'condolence' || nameless || doubt ? 'by-person' : settings[kind].release;
  const leaflet =
    kind === 'condolence' &&
    settings.condolence.leaflet &&
    settings.approvedWordings.includes('funeral-support');
  return {
    outcome: 'draft',
    letterId,
    kind,
    layout,
    release,
    leaflet,
    traces,
    withdraw,
    ...(doubt && { doubt }),
  };
};
