/** Names that are known in every room: who made them stands where they are made. */
import * as z from 'zod';

export const EventId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,80}$/, 'letters, digits and . _ : - only, 1 to 80 of them')
  .brand('EventId');
export type EventId = z.infer<typeof EventId>;

export const Channel = z.enum(['sms', 'zalo', 'letter', 'post', 'call-list']);
export type Channel = z.infer<typeof Channel>;

/** Ward, dossier, occurrence and channel in one word, so that a repeat of the cause names the same notification. */
export type NotificationId = string & { readonly brand: 'NotificationId' };

/** A name nobody had before, for one attempt. */
export type NewId = () => string;

/** A keyed hash of the person event or of the delay, so a repeat of either names the same letter. */
export const LetterId = z
  .string()
  .regex(/^[\w-]{20,64}$/)
  .brand('LetterId');
export type LetterId = z.infer<typeof LetterId>;
