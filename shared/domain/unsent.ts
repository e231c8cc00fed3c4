import type { Circumstances } from './circumstances.ts';
import type { Decision } from './decision.ts';
import type { Dossier } from './dossier.ts';
import type { Instant } from './instant.ts';
import { givenBack } from './limits.ts';
import { notifiedPhone } from './notified-phone.ts';
import type { E164 } from './phone.ts';

/**
 * The phone's day without what this word overtakes before its time had come: no sender had touched that, and the phone
 * would be told less for news it never got. The ward's own counters keep it, since they are reserved apart.
 */
export const withoutUnsent = (
  spent: Circumstances['spent'],
  before: Dossier | undefined,
  { overtaken }: Pick<Decision, 'overtaken'>,
  phone: E164,
  now: Instant,
): Circumstances['spent'] => {
  if (before === undefined || notifiedPhone(before) !== phone) return spent;
  const unsent = before.told.filter(({ id, dueAt }) => dueAt > now && overtaken.includes(id));
  const day = unsent.reduce(
    (counter, { parts = 0, dueAt }) => givenBack('phone-day', counter, { parts, at: dueAt }),
    spent['phone-day'],
  );
  return { ...spent, ...(day && { 'phone-day': day }) };
};
