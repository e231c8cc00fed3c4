import { knownYears } from './calendar.ts';
import { type RegisteredTemplate, registeredTemplates } from './carrier-message.ts';
import { calendarsOf, type Circumstances } from './circumstances.ts';
import { dayOf } from './day.ts';
import { type Dossier, fact } from './dossier.ts';
import type { DossierCode } from './dossier-code.ts';
import { days, type Instant, plus } from './instant.ts';
import { daysAhead, nextPickUp } from './office-sessions.ts';
import { templateOf } from './own-template.ts';
import { pickUpText } from './pick-up-text.ts';
import type { SmsPurpose } from './sms-texts.ts';
import { render } from './render.ts';
import { isNamed, type WardSettings } from './ward-settings.ts';

/** A text ready to be sent, or the fields that kept it from being said. */
export type Said =
  | {
      ok: true;
      text: string;
      parts: number;
      template: { key: string; version: number };
      provider: Record<string, RegisteredTemplate>;
    }
  | { ok: false; because: string };

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
 * or a procedure is among the values, so none can slip into a text that lies open on a shared phone.
 */
export const say = (
  purpose: SmsPurpose,
  about: DossierCode,
  dossier: Dossier,
  {
    ward,
    returning,
    deciding,
    templates,
  }: Pick<Circumstances, 'ward' | 'returning' | 'deciding' | 'templates'>,
  told: Instant,
): Said => {
  const template = templateOf(templates, purpose, { accents: ward.accents[purpose] });
  const collects = purpose === 'ready-counter';
  const place = returning === undefined ? ward.returnPlace : placeOf(returning);
  // Without a day the place would read as where the dossier was handed in.
  const hasDay = purpose !== 'received' || fact(dossier, 'dueAt') !== undefined;
  const values = {
    office: ward.office,
    hotline: ward.hotline,
    returnPlace: hasDay ? place : undefined,
    decider: deciding && isNamed(deciding) ? deciding.office : undefined,
    code: about,
    dueAt: fact(dossier, 'dueAt'),
    newDueAt: fact(dossier, 'newDueAt'),
    amount: fact(dossier, 'fee'),
    pickUp: collects ? pickUpAt(returning ?? ward, fact(dossier, 'procedureCode') ?? '', told) : undefined,
  };
  const said = render(template, fact(dossier, 'applicant')?.language ?? 'vi', values);
  if (!said.ok) {
    return { ok: false, because: [...said.missing, ...said.refused.map(({ field }) => field)].join(', ') };
  }
  const { text, parts } = said;
  const { key, version } = template;
  return {
    ok: true,
    text,
    parts,
    template: { key, version },
    provider: registeredTemplates(template, values),
  };
};
