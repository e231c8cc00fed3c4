import type { PhoneCard, Counters } from './limits.ts';
import type { E164 } from '../phone/read-phone.ts';
import type { Ward } from '../values/ward.ts';

/** A phone card as it will be, if it is still of the version it was read at. */
export type CardWrite = { before: number; after: PhoneCard };

/** What each ward has sent to each phone. */
export interface PhoneCards {
  find(phones: readonly { ward: Ward; phone: E164 }[]): Promise<{ card: PhoneCard; version: number }[]>;
}

/** What a ward has sent today and this month, in parts. */
export type WardSpending = { ward: Ward; spent: Pick<Counters, 'ward-day' | 'ward-month'>; version: number };

export interface Budgets {
  /** How each of these wards stands; one that never sent anything stands at version 0. */
  of(wards: readonly Ward[]): Promise<WardSpending[]>;
  /** Writes how a ward will stand, if it still stands at this version: parts are reserved before they are owed. */
  reserve(spending: WardSpending): Promise<'reserved' | 'conflict'>;
}
