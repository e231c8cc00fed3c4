import type { DecisionContext } from './decision-context.ts';
import { promiseOf } from '../dossier/standing/promise.ts';
import { hoursText, pickUpAt, pickUpText } from './opening-text.ts';
import { dayOf } from '../values/day.ts';
import { deadlineOf, type Dossier, fact } from '../dossier/dossier.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import type { Round } from '../dossier/rounds.ts';
import type { Instant } from '../values/instant.ts';
import type { Channel } from '../values/ids.ts';
import type { SpokenFor } from '../dossier/bundle.ts';
import { atTheDoor } from '../post/telling/at-the-door.ts';
import { readFieldValue } from '../text/field-values.ts';
import { smsFields } from '../text/texts/fields.ts';
import type { DispatchJob } from '../post/job/dispatch-job.ts';
import { type SmsPurpose, smsPurposes } from '../text/texts/all.ts';
import { defaultReturnPlace, isNamed, type WardSettings } from '../office/ward-settings.ts';
import { type ComposedText, composeByTemplate } from '../office/compose-by-template.ts';

/** Whether it was filed without a counter: such a citizen has no slip, and knows no desk where the dossier lies. */
const isOnline = (dossier: Dossier): boolean =>
  ['online', 'zalo'].includes(fact(dossier, 'filingChannel') ?? 'counter');

const named = (name: string): SmsPurpose | undefined => smsPurposes.find((one) => one === name);

/** The text in which a purpose is told to whoever filed so. */
const textFor = (purpose: SmsPurpose, online: boolean, together: SpokenFor | undefined): SmsPurpose =>
  (together && named(`${purpose}-together`)) ?? (online ? named(`${purpose}-online`) : undefined) ?? purpose;

/** All codes or none: one alone would read as if the others were missing. */
const codesOf = ({ codes }: SpokenFor): string | undefined => {
  const all = codes.join(', ');
  return 'why' in readFieldValue({ name: 'codes', ...smsFields.codes }, all, true) ? undefined : all;
};

/**
 * Where the citizen has to go. An office without a name is where the slip says (Mẫu 01 prints the place of return);
 * online there is no slip and no place where the dossier was handed in.
 */
const placeOf = (ward: WardSettings, returning: WardSettings | undefined, online: boolean): string => {
  const office = returning ?? ward;
  const own = returning === undefined && !(online && ward.returnPlace === defaultReturnPlace);
  // With accents: a clerk reads it aloud, and a text that goes without loses them by itself.
  if (own) return ward.returnPlace === defaultReturnPlace ? 'nơi nộp hồ sơ' : ward.returnPlace;
  if (isNamed(office)) return office.office;
  return online ? 'nơi ghi trên Cổng Dịch vụ công' : 'nơi ghi trên giấy hẹn';
};

/** What is told: about which dossier, what happened to it, and when and how the citizen hears it. */
type Telling = {
  purpose: SmsPurpose;
  about: DossierCode;
  news: Round;
  told: Instant;
  channel: Channel;
  /** What brings each result to the door, where it is to be brought. */
  jobs?: readonly DispatchJob[];
  /** The dossiers that were filed together, where one word speaks of them. */
  together?: SpokenFor | undefined;
};

/** A text, until when its own date is still to come, and the same without it where it can live without. */
export type DatedText = Extract<ComposedText, { ok: true }> & {
  trueUntil?: Instant;
  undated?: Pick<Extract<ComposedText, { ok: true }>, 'text' | 'parts' | 'provider'>;
};

/**
 * Says what a message is for in the words of the ward's template and the citizen's language. No name of a person
 * or a procedure is among the values, so none can slip into a text that lies open on a shared phone. A date that is past when the citizen is told is left out; a text that
 * cannot live without it is not said.
 */
export const composeText = (
  { purpose, about, news, told, channel, jobs = [], together }: Telling,
  dossier: Dossier,
  circumstances: Pick<DecisionContext, 'ward' | 'returning' | 'deciding' | 'templates'>,
): DatedText | { ok: false; because: string } => {
  const { ward, returning, templates } = circumstances;
  const online = isOnline(dossier);
  const key = textFor(purpose, online, together);
  const accents = { ...ward.accents, [key]: ward.accents[key] ?? ward.accents[purpose] };
  const compose = (values: Readonly<Record<string, unknown>>) =>
    composeByTemplate({ ...ward, accents }, templates, { purpose: key, language, channel }, values);
  const language = fact(dossier, 'applicant')?.language ?? 'vi';
  const comes = (date: Instant | undefined) => (date !== undefined && date > told ? date : undefined);
  const newDueAt = comes(fact(dossier, 'newDueAt'));
  const own = comes(purpose === 'supplement' ? deadlineOf(dossier, news) : promiseOf(dossier));
  const dueAt = together ? comes(together.promised) : own;
  const collects = purpose === 'ready-counter';
  const pickUp = collects
    ? pickUpAt(returning ?? ward, fact(dossier, 'procedureCode') ?? '', told)
    : undefined;
  const dated = purpose === 'delayed' ? newDueAt : dueAt;
  const ownDate = collects ? pickUp?.to : dated;
  const always = valuesOf(about, dossier, circumstances);
  // Papers and money come to the office that asks for them.
  const handsIn = purpose === 'supplement' || purpose === 'payment';
  const place = placeOf(ward, handsIn ? undefined : returning, online);
  const undatedValues = {
    ...always,
    ...(jobs.length > 0 && atTheDoor(jobs, language)),
    ...(together && { count: String(together.count), codes: codesOf(together) }),
    date: dayOf(news.occurredAt),
    hours: collects ? hoursText((returning ?? ward).officeHours, language) : undefined,
    ...(purpose !== 'received' && { returnPlace: place }),
  };
  const values = {
    ...undatedValues,
    // Without a day the place would read as where the dossier was handed in.
    ...(dueAt !== undefined && !(online && together) && { returnPlace: place }),
    dueAt,
    ...(own !== undefined && dueAt === undefined && { ownDates: true }),
    newDueAt,
    pickUp: pickUp && pickUpText(pickUp, language),
  };
  const said = compose(values);
  if (!said.ok) {
    const past = purpose === 'delayed' && newDueAt === undefined ? fact(dossier, 'newDueAt') : undefined;
    return past === undefined ? said : { ok: false, because: `${said.because}: ${past} is past` };
  }
  if (ownDate === undefined) return said;
  const undated = compose(undatedValues);
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
