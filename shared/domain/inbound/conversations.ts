import type { Answered } from './answer.ts';
import type { Consent } from '../office/consent.ts';
import type { InboundSms } from './sms.ts';
import type { Notification } from '../notification/notification.ts';
import type { CardWrite } from '../notification/spending.ts';
import type { Ward } from '../values/ward.ts';

/** What came of a citizen's message: the answer they are owed and the choice they made, on what was known before. */
export type Exchange = {
  inbound: InboundSms;
  ward: Ward;
  phone: string;
  before: number;
  answered: Answered[];
  notification?: Notification;
  /** The call by which somebody asks what was meant. */
  call?: Notification;
  /** What the phone will have been sent today with the answer. */
  card?: CardWrite;
  choice?: Consent;
};

/** What citizens wrote to us and were answered, phone by phone. */
export interface Conversations {
  /** What this phone was answered lately, and the version to answer on. */
  with(phone: string): Promise<{ answered: Answered[]; version: number }>;
  /**
   * Writes that the message came, its answer and its choice, all or nothing. `duplicate`: that message came before
   * and everything it means is done. `conflict`: the phone was answered meanwhile, so read again and decide again.
   * `counted-meanwhile`: the phone's card was written meanwhile, so count again.
   */
  commit(exchange: Exchange): Promise<'committed' | 'duplicate' | 'conflict' | 'counted-meanwhile'>;
}
