/** How somebody shows that another phone is theirs: six digits in a text to it, typed on the page within ten minutes. */
import type { DossierCode } from '../dossier/dossier-code.ts';
import type { E164 } from '../phone/read-phone.ts';
import { type Day, dayOf } from '../values/day.ts';
import { type Instant, minutes, plus } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import type { Ward } from '../values/ward.ts';

const lasts = minutes(10);
const triesAtMost = 5;
/** A dossier's page sends no more such texts a day, whoever has its codes. */
const textsADay = 3;

export type PhoneCheck = {
  phone: E164;
  /** A keyed hash of the digits. */
  print: string;
  until: Instant;
  tries: number;
  /** How many texts went out that day. */
  sent: number;
  on: Day;
};

export const phoneCheckPrivacy = {
  phone: 'personal',
  print: 'open',
  until: 'open',
  tries: 'open',
  sent: 'open',
  on: 'open',
} as const satisfies Privacy<PhoneCheck>;

/** The next check of a dossier; undefined where the day's texts are spent. */
export const nextCheck = (
  before: PhoneCheck | undefined,
  { phone, print }: Pick<PhoneCheck, 'phone' | 'print'>,
  now: Instant,
): PhoneCheck | undefined => {
  const on = dayOf(now);
  const sent = before?.on === on ? before.sent : 0;
  return sent >= textsADay
    ? undefined
    : { phone, print, until: plus(now, lasts), tries: 0, sent: sent + 1, on };
};

/** Whether digits are still waited for. */
export const isOpen = (check: PhoneCheck | undefined, now: Instant): check is PhoneCheck =>
  check !== undefined && now < check.until && check.tries < triesAtMost;

type Whose = { ward: Ward; code: DossierCode };

export interface PhoneChecks {
  of(whose: Whose): Promise<PhoneCheck | undefined>;
  /** `conflict`: another sending was faster. */
  move(whose: Whose, before: PhoneCheck | undefined, after: PhoneCheck): Promise<'moved' | 'conflict'>;
}
