import * as z from 'zod';
import { Instant } from '../values/instant.ts';
import { notificationStates } from './notification.ts';
import { Channel } from '../values/ids.ts';

/** A notification as an office may see it. */
export const NotificationTold = z.strictObject({
  id: z.string(),
  channel: Channel,
  state: z.enum(notificationStates),
  /** The phone, masked. */
  to: z.string(),
  text: z.string(),
  parts: z.int(),
  template: z.string(),
  createdAt: Instant,
  dueAt: Instant,
  attempts: z.int(),
  claimedAt: Instant.optional(),
  /** Who took it. */
  carrier: z.string().optional(),
  reference: z.string().optional(),
  /** What `delivered` is worth: carriers of SMS report for themselves and not for the phone. */
  delivered: z
    .strictObject({ evidence: z.enum(['phone', 'carrier', 'officer']), vi: z.string(), en: z.string() })
    .optional(),
  reason: z.string().optional(),
  /** What the citizen wrote, where that is what to ring about. */
  wrote: z.string().optional(),
  /** What people did with it. */
  acts: z
    .array(z.strictObject({ what: z.string(), by: z.string(), at: Instant, reason: z.string() }))
    .optional(),
});
export type NotificationTold = z.infer<typeof NotificationTold>;
