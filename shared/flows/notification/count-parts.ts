import type { Instant } from '../../domain/values/instant.ts';
import { allowance, type Cap, type Crossing, type Limits, spend } from '../../domain/notification/limits.ts';
import type { Notification } from '../../domain/notification/notification.ts';
import type { E164 } from '../../domain/phone/read-phone.ts';
import {
  type Budgets,
  type CardWrite,
  crossedBy,
  moreSpent,
  type PhoneCards,
} from '../../domain/notification/spending.ts';

/** The message was counted and written, with what the write said, or a cap is full and nothing was. */
export type Counted<Written> =
  | { is: 'counted'; written: Written; crossed: Crossing[] }
  | { is: 'full'; cap: Cap; retryAt?: Instant };

/** How often a phone that is counted at the same time, or a ward that has no room any more, is read again. */
const rounds = 10;

/**
 * Counts the parts of one text message that no dossier's decision counts, on the day it is due, and writes it: the
 * ward's day and month are reserved first, the phone's day is written together with the message. `conflict` from
 * `write` means that the phone was counted meanwhile, so both are read again; what was reserved by then stays counted,
 * which errs on the safe side.
 */
export const countParts = async <Written extends string>(
  { phones, budgets }: { phones: PhoneCards; budgets: Budgets },
  { ward, to, parts, dueAt }: Pick<Notification, 'ward' | 'to' | 'parts' | 'dueAt'>,
  limits: Limits,
  write: (card: CardWrite) => Promise<Written | 'conflict'>,
): Promise<Counted<Written>> => {
  const phone = to as E164;
  for (let round = 0; round < rounds; round += 1) {
    const [[known], [standing]] = await Promise.all([phones.find([{ ward, phone }]), budgets.of([ward])]);
    const spent = { ...standing!.spent, ...(known && { 'phone-day': known.card.day }) };
    const spending = spend(spent, limits, { parts, at: dueAt });
    if (!spending.ok)
      return { is: 'full', cap: spending.cap, ...(spending.retryAt && { retryAt: spending.retryAt }) };
    const { 'phone-day': day, ...wards } = spending.counters;
    const counts = moreSpent(standing!.spent, wards);
    const allowed = allowance(limits);
    const reserved = await budgets.add(standing!, counts, allowed);
    if (reserved === 'full') continue;
    const written = await write({ before: known?.version ?? 0, after: { ward, phone, day } });
    if (written !== 'conflict')
      return { is: 'counted', written, crossed: crossedBy(reserved.spent, counts, allowed) };
  }
  throw new Error('phone and ward kept being counted meanwhile');
};
