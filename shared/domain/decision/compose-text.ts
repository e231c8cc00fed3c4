import { type Calendars, knownYears, withLocalDays } from '../calendar/calendar.ts';
import { nationalCalendars } from '../calendar/national/calendars.ts';
import type { DecisionContext } from './decision-context.ts';
import { dayOf, formatDay, timeOf } from '../values/day.ts';
import { deadlineOf, type Dossier, fact } from '../dossier/dossier.ts';
import type { Round } from '../dossier/rounds.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import { days, type Instant, plus } from '../values/instant.ts';
import { daysAhead, nextPickUp, type PickUp } from '../calendar/office-sessions.ts';
import type { SmsLanguage } from '../text/sms-template.ts';
import type { SmsPurpose } from '../text/texts/all.ts';
import { isNamed, type WardSettings } from '../office/ward-settings.ts';
import { atTheDoor } from '../post/telling/at-the-door.ts';
import type { DispatchJob } from '../post/job/dispatch-job.ts';
import { type ComposedText, composeByTemplate } from '../office/compose-by-template.ts';

/** What a text message has room for: the length of the field `pickUp` in our texts. */
const longest = 28;

/**
 * When to come, for a text message: `tu 13:30 den 17:00 24/11`, `from 13:30 to 17:00 24/11`. Plain ASCII. It names the
 * date even today, since a phone that was off may show the message tomorrow. A label too long for the message is left
 * out: the hours are what brings a citizen to an open counter.
 */
export const pickUpText = ({ from, to, label }: PickUp, language: SmsLanguage = 'vi'): string => {
  const [since, until] = language === 'vi' ? ['tu', 'den'] : ['from', 'to'];
  const moment = `${since} ${timeOf(from)} ${until} ${timeOf(to)} ${formatDay(dayOf(from)).slice(0, 5)}`;
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
const pickUpAt = (office: WardSettings, procedureCode: string, told: Instant): PickUp | undefined => {
  const calendars = calendarsOf(office);
  const years = [told, plus(told, days(daysAhead))].map((instant) => Number(dayOf(instant).slice(0, 4)));
  if (!years.every((year) => knownYears(calendars).includes(year))) return undefined;
  return nextPickUp(office.officeHours, calendars, procedureCode, told);
};

/** Another office, by its name or by the slip that names it (Mẫu 01, which prints the place of return). */
const placeOf = (office: WardSettings): string => (isNamed(office) ? office.office : 'noi ghi tren giay hen');

/** A text, until when its own date is still to come, and the same without it where it can live without. */
export type DatedText = Extract<ComposedText, { ok: true }> & {
  trueUntil?: Instant;
  undated?: Pick<Extract<ComposedText, { ok: true }>, 'text' | 'parts' | 'provider'>;
};

/**
 * Says what a message is for in the words of the ward's template and the citizen's language. No name of a person
 * or a procedure is among the values, so none can slip into a text that lies open on a shared phone. `job` brings the
 * result to the door, where it is to be brought. A date that is past when the citizen is told is left out; a text that
 * cannot live without it is not said.
 */
export const composeText = (
  purpose: SmsPurpose,
  about: DossierCode,
  dossier: Dossier,
  round: Round,
  circumstances: Pick<DecisionContext, 'ward' | 'returning' | 'deciding' | 'templates'>,
  told: Instant,
  job?: DispatchJob,
): DatedText | { ok: false; because: string } => {
  const { ward, returning, templates } = circumstances;
  const language = fact(dossier, 'applicant')?.language ?? 'vi';
  const comes = (date: Instant | undefined) => (date !== undefined && date > told ? date : undefined);
  const dueAt = comes(fact(dossier, 'dueAt'));
  const newDueAt = comes(fact(dossier, 'newDueAt'));
  const deadline = comes(deadlineOf(dossier, round));
  const collects = purpose === 'ready-counter';
  const pickUp = collects
    ? pickUpAt(returning ?? ward, fact(dossier, 'procedureCode') ?? '', told)
    : undefined;
  const named = purpose === 'delayed' ? newDueAt : purpose === 'supplement' ? deadline : dueAt;
  const ownDate = collects ? pickUp?.to : named;
  const always = valuesOf(about, dossier, circumstances);
  const place = returning === undefined ? ward.returnPlace : placeOf(returning);
  const undatedValues = {
    ...always,
    ...(job && atTheDoor(job, language)),
    ...(purpose !== 'received' && { returnPlace: place }),
  };
  const values = {
    ...undatedValues,
    // Without a day the place would read as where the dossier was handed in.
    ...(dueAt !== undefined && { returnPlace: place }),
    dueAt,
    newDueAt,
    deadline: deadline && dayOf(deadline),
    pickUp: pickUp && pickUpText(pickUp, language),
  };
  const said = composeByTemplate(ward, templates, purpose, language, values);
  if (!said.ok) {
    const past = purpose === 'delayed' && newDueAt === undefined ? fact(dossier, 'newDueAt') : undefined;
    return past === undefined ? said : { ok: false, because: `${said.because}: ${past} is past` };
  }
  if (ownDate === undefined) return said;
  const undated = composeByTemplate(ward, templates, purpose, language, undatedValues);
  if (!undated.ok) return { ...said, trueUntil: ownDate };
  if (undated.text === said.text) return said;
  const { text, parts, provider } = undated;
  return { ...said, trueUntil: ownDate, undated: { text, parts, provider } };
};

/** What a text may say at any time. A fee of nothing is no sum. */
const valuesOf = (
  about: DossierCode,
  dossier: Dossier,
  { ward, deciding }: Pick<DecisionContext, 'ward' | 'deciding'>,
) => ({
  office: ward.office,
  hotline: ward.hotline,
  inbox: ward.inbox,
  decider: deciding && isNamed(deciding) ? deciding.office : undefined,
  code: about,
  amount: fact(dossier, 'fee') || undefined,
});
