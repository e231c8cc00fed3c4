/** The content of a letter of congratulation or condolence, from what the dossier tells and the ward has chosen. */
import type { LocalDays } from '../../calendar/calendar.ts';
import { type Day } from '../../values/day.ts';
import { dayIn } from '../../values/known-date.ts';
import { type Dossier, fact } from '../../dossier/dossier.ts';
import type { PlaceCatalogue } from '../../values/places/places.ts';
import { planVaccination } from '../vaccination/plan.ts';
import { placeOfFamily } from '../vaccination/place-of-family.ts';
import { currentSchedule } from '../vaccination/schedule.ts';
import { LetterContent } from '../content.ts';
import type { LetterDecision } from './letter-decision.ts';
import type { PersonEvent } from './person-event.ts';
import { postalLines } from '../api/postal-lines.ts';
import { deceasedCalled, type Sex } from '../wording/addressing.ts';
import { calledByParents } from '../wording/unnamed-child.ts';
import type { WardLetters } from '../ward-letters.ts';

type Draft = Pick<Extract<LetterDecision, { outcome: 'draft' }>, 'kind' | 'layout' | 'letterId'>;
type Given = {
  dossier: Dossier;
  ward: WardLetters;
  places: PlaceCatalogue;
  issuedOn: Day;
  /** The ward's own days off. */
  localDays: LocalDays;
  calendarUrl?: string;
};

/** Behind the envelope's window, for letters that go by post; the counter hands the others over. */
const addressOf = ({ dossier, places, issuedOn }: Given): Partial<ReturnType<typeof postalLines>> => {
  const method = fact(dossier, 'returnMethod');
  const to = fact(dossier, 'deliveryAddress');
  if (to === undefined || (method !== 'post' && method !== 'home')) return {};
  const name = to.name ?? fact(dossier, 'applicant')?.name;
  return postalLines({ ...to, name }, places, issuedOn);
};

const sexTold = (dossier: Dossier): Sex | undefined => {
  const told = fact(dossier, 'personEvent');
  return told === undefined || told.kind === 'marriage' ? undefined : told.sex;
};

const birthOf = (
  event: Extract<PersonEvent, { kind: 'birth' }>,
  { dossier, ward, issuedOn, localDays, calendarUrl }: Given,
) => {
  const sex = sexTold(dossier);
  const bornOn = dayIn(event.bornOn);
  const called =
    event.childName === undefined
      ? calledByParents(event.parents)
      : { family: `bé ${event.childName}`, child: event.childName };
  if (bornOn === undefined || called === undefined) return undefined;
  const place = placeOfFamily(ward.places, fact(dossier, 'deliveryAddress')?.street);
  return {
    recipient: `Gia đình ${called.family}`,
    child: { name: called.child, bornOn },
    plan: planVaccination(
      { bornOn, sex, optional: ward.optionalVaccines, place, localDays, asOf: issuedOn },
      currentSchedule,
    ),
    places: ward.places,
    place: place?.id,
    healthStationPhone: ward.healthStationPhone,
    calendarUrl,
  };
};

const deathOf = (event: Extract<PersonEvent, { kind: 'death' }>, { dossier }: Given) => {
  const { deceasedName, bornOn, diedOn } = event;
  if (deceasedName === undefined) return undefined;
  const deceased = deceasedCalled(deceasedName, { sex: sexTold(dossier), bornOn, diedOn });
  return { recipient: `Gia đình ${deceased}`, deceased, diedOn };
};

const ownContent = (event: PersonEvent, given: Given) => {
  switch (event.kind) {
    case 'birth':
      return birthOf(event, given);
    case 'marriage':
      return {
        recipient: `Vợ chồng ${event.spouses.join(' và ')}`,
        spouses: event.spouses,
        marriedOn: event.marriedOn,
      };
    case 'death':
      return deathOf(event, given);
  }
};

const insertsFor = (ward: WardLetters, kind: string): string[] =>
  ward.inserts.filter((insert) => insert.approved && insert.for === kind).map(({ id }) => id);

/** Undefined where a fact cannot be printed at all, such as a name of invisible characters: a person has to look. */
export const familyContent = (draft: Draft, event: PersonEvent, given: Given): LetterContent | undefined =>
  LetterContent.safeParse({
    kind: draft.kind,
    layout: draft.layout,
    id: draft.letterId,
    agency: given.ward.letterhead,
    issuedOn: given.issuedOn,
    ...addressOf(given),
    inserts: insertsFor(given.ward, draft.kind),
    ...ownContent(event, given),
  }).data;

/** The leaflet beside a condolence; a ward that approved no piece of advice has an empty one, so none. */
export const leafletContent = (
  condolence: LetterContent,
  { ward }: Pick<Given, 'ward'>,
): LetterContent | undefined => {
  const inserts = insertsFor(ward, 'funeral-support');
  if (inserts.length === 0) return undefined;
  const { id, agency, issuedOn, recipient } = condolence;
  return LetterContent.parse({
    kind: 'funeral-support',
    layout: 'official',
    id: `${id}-leaflet`,
    agency,
    issuedOn,
    recipient,
    inserts,
  });
};
