import { type Calendars, knownYears, withLocalDays } from '../calendar/calendar.ts';
import { nationalCalendars } from '../calendar/national/calendars.ts';
import type { DecisionContext } from './decision-context.ts';
import { dayOf, formatDay, timeOf } from '../values/day.ts';
import { type Dossier, fact } from '../dossier/dossier.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import { days, type Instant, plus } from '../values/instant.ts';
import { daysAhead, nextPickUp, type PickUp } from '../calendar/office-sessions.ts';
import type { SmsPurpose } from '../text/texts/all.ts';
import { isNamed, type WardSettings } from '../office/ward-settings.ts';
import { atTheDoor } from '../post/telling/at-the-door.ts';
import type { DispatchJob } from '../post/job/dispatch-job.ts';
import { type ComposedText, composeByTemplate } from '../office/compose-by-template.ts';

/** What a text message has room for: the length of the field `pickUp` in our texts. */
const longest = 28;

/**
 * When to come, for a text message: `tu 13:30 24/11`, `tu 17:30 26/11 (ngoai gio)`. Plain ASCII. It names the date
 * even today, since a phone that was off may show the message tomorrow. A label too long for the message is left out:
 * the hour is what brings a citizen to an open counter.
 */
export const pickUpText = ({ from, label }: PickUp): string => {
  const moment = `tu ${timeOf(from)} ${formatDay(dayOf(from)).slice(0, 5)}`;
  const labelled = `${moment} (${label})`;
  return label === undefined || labelled.length > longest ? moment : labelled;
};

/** The national calendars with an office's own days. */
const calendarsOf = ({ localDays }: WardSettings): Calendars =>
  localDays.daysOff.length + localDays.extraWorkingDays.length === 0
    ? nationalCalendars
    : nationalCalendars.map((calendar) => withLocalDays(calendar, localDays));

/**
 * When to come, if the calendar of that time is known. Years are announced one at a time; a citizen is better told
 * without an hour than not at all, and the office still sees which years are missing.
 */
const pickUpAt = (office: WardSettings, procedureCode: string, told: Instant): string | undefined => {
  const calendars = calendarsOf(office);
  const years = [told, plus(told, days(daysAhead))].map((instant) => Number(dayOf(instant).slice(0, 4)));
  if (!years.every((year) => knownYears(calendars).includes(year))) return undefined;
  const pickUp = nextPickUp(office.officeHours, calendars, procedureCode, told);
  return pickUp && pickUpText(pickUp);
};

/** Another office, by its name or by the slip that names it (Mẫu 01, which prints the place of return). */
const placeOf = (office: WardSettings): string => (isNamed(office) ? office.office : 'noi ghi tren giay hen');

/**
 * Says what a message is for in the words of the ward's template and the citizen's language. No name of a person
 * or a procedure is among the values, so none can slip into a text that lies open on a shared phone. `job` brings the
 * result to the door, where it is to be brought.
 */
export const composeText = (
  purpose: SmsPurpose,
  about: DossierCode,
  dossier: Dossier,
  {
    ward,
    returning,
    deciding,
    templates,
  }: Pick<DecisionContext, 'ward' | 'returning' | 'deciding' | 'templates'>,
  told: Instant,
  job?: DispatchJob,
): ComposedText => {
  const collects = purpose === 'ready-counter';
  const place = returning === undefined ? ward.returnPlace : placeOf(returning);
  // Without a day the place would read as where the dossier was handed in.
  const hasDay = purpose !== 'received' || fact(dossier, 'dueAt') !== undefined;
  const language = fact(dossier, 'applicant')?.language ?? 'vi';
  const values = {
    office: ward.office,
    hotline: ward.hotline,
    returnPlace: hasDay ? place : undefined,
    decider: deciding && isNamed(deciding) ? deciding.office : undefined,
    code: about,
    dueAt: fact(dossier, 'dueAt'),
    newDueAt: fact(dossier, 'newDueAt'),
    amount: fact(dossier, 'fee'),
    ...(job && atTheDoor(job, language)),
    pickUp: collects ? pickUpAt(returning ?? ward, fact(dossier, 'procedureCode') ?? '', told) : undefined,
  };
  return composeByTemplate(ward, templates, purpose, language, values);
};
