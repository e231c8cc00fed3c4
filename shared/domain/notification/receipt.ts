import * as z from 'zod';
import { Instant } from '../values/instant.ts';
import type { OpenPart, Privacy } from '../values/privacy.ts';

/**
 * What a carrier says about one SMS afterwards. In Viet Nam it is weak evidence: operators give no handset
 * receipts, so `delivered` means that the carrier took the message on.
 */
export const Receipt = z.strictObject({
  carrier: z.string(),
  /** The carrier's own name of the message, as it answered when it accepted. */
  reference: z.string(),
  outcome: z.enum(['delivered', 'undelivered']),
  /** The carrier's own words. */
  detail: z.string(),
  /** The word or code for it in our table of this carrier's; absent where nobody taught us one. */
  code: z.string().optional(),
  /** The phone in E.164 form, where the carrier names it. */
  to: z.string().optional(),
  /**
   * When the carrier took the message from us. A carrier that does not say gets the moment its receipt reached us; it
   * then names no phone either, since phone and time together would be taken for evidence.
   */
  takenAt: Instant,
  /** The attempt's id, where the carrier gave it back: the exact owner, whatever reference or time say. */
  attempt: z.string().optional(),
  /** The notification's id, where the carrier gave it back. */
  notification: z.string().optional(),
  /**
   * Why somebody on duty has to look: the fault is ours and every other message fails alike, or nobody knows the
   * carrier's word.
   */
  concern: z.enum(['to-mend', 'unrecognised']).optional(),
});
export type Receipt = z.infer<typeof Receipt>;

export const receiptPrivacy = {
  carrier: 'open',
  reference: 'open',
  outcome: 'open',
  detail: 'personal',
  code: 'open',
  to: 'personal',
  takenAt: 'open',
  attempt: 'open',
  notification: 'open',
  concern: 'open',
} as const satisfies Privacy<Receipt>;
/** What a log line about a receipt may be made of. */
export type OpenReceipt = OpenPart<Receipt, typeof receiptPrivacy>;

/**
 * How far the carrier's stamp of taking a message may lie from our own stamp of handing it over, for a receipt
 * that only a phone and a time connect to a doubtful notification: our time-out, plus clocks that differ.
 */
export const sameHandover = { before: 5_000, after: 30_000 } as const;

/** Receipts that nobody owns yet: a carrier can be faster than our own record, or speak of what we do not know. */
export interface Receipts {
  keep(receipt: Receipt, lookAgainAt: Instant, tries: number): Promise<void>;
  overdue(now: Instant, limit: number): Promise<{ receipt: Receipt; tries: number }[]>;
  /** The receipt found its owner, or nobody will ever claim it. */
  close(receipt: Receipt, as: 'applied' | 'ownerless'): Promise<void>;
}
