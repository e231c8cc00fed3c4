import * as z from 'zod';
import { Instant } from '../values/instant.ts';

/**
 * A message from a citizen to us, by whatever way. It may come twice and out of order: `provider` and `providerId`
 * together name it. `from` is a phone as the provider wrote it, or null when it does not know one (Zalo), and then
 * `sender` is whom an answer by the same way goes to.
 */
export const InboundMessage = z.strictObject({
  provider: z.string().min(1).max(40),
  providerId: z.string().min(1).max(200),
  from: z.string().max(40).nullable(),
  sender: z.string().max(100).optional(),
  to: z.string().max(100),
  text: z.string().max(2000),
  receivedAt: Instant,
  inReplyTo: z.string().max(200).optional(),
});
export type InboundMessage = z.infer<typeof InboundMessage>;

/** Messages from citizens, kept until somebody answers them. The same message may be put in twice. */
export interface Inbox {
  put(message: InboundMessage): Promise<void>;
}
