import type { InboundMessage } from './message.ts';
import type { Notification } from '../notification/notification.ts';
import type { Receipt } from '../notification/receipt.ts';

/**
 * What a carrier's report was read as. `open` is the carrier's word that nothing has ended yet; `unrecognised` is a
 * code nobody taught us, which is written down and counted so that a person can teach it; `none` is not about one
 * of our messages.
 */
export type CarrierReport =
  | { is: 'receipt'; receipt: Receipt }
  | { is: 'open'; carrier: string; reference: string; code: string }
  | { is: 'unrecognised'; carrier: string; reference?: string; attempt?: string; code: string }
  | { is: 'none'; carrier: string; code: string };

/** What somebody who called us had to say. A stranger is told nothing, not even that there is a door. */
export type Heard =
  | { is: 'stranger' }
  | { is: 'unreadable' }
  | { is: 'report'; report: CarrierReport }
  | { is: 'message'; message: InboundMessage };

/** A code of a carrier's report and what it means for the citizen. */
export type ReportMeaning = 'delivered' | 'undelivered' | 'open';

type Wording = { evidence: 'phone' | 'carrier' | 'officer'; vi: string; en: string };

const taken: Wording = { evidence: 'carrier', vi: 'Nhà mạng đã nhận chuyển', en: 'carrier accepted' };
const rung: Wording = {
  evidence: 'officer',
  vi: 'Cán bộ đã gọi và gặp',
  en: 'an officer rang and was heard',
};
const shown: Wording = { evidence: 'phone', vi: 'Máy người nhận đã nhận', en: 'received on the phone' };

/**
 * What a `delivered` receipt of this carrier is worth, and how to say it. Operators in Viet Nam acknowledge at their own
 * centre and guarantee nothing about the phone (Twilio's guidelines for Viet Nam; AWS describes its states alike), so
 * only Zalo, whose receipt comes from the app itself, may say that the phone has it.
 */
export const receiptMeans = (carrier: string): Wording => (carrier === 'zalo' ? shown : taken);

/** The same for a notification that is called delivered, a call that was made included. */
export const deliveryMeans = ({
  channel,
  carrier = '',
}: Pick<Notification, 'channel' | 'carrier'>): Wording =>
  channel === 'call-list' ? rung : receiptMeans(carrier);
