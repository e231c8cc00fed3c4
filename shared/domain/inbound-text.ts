import * as z from 'zod';
import type { InboundMessage } from './inbound-message.ts';
import { Instant } from './instant.ts';

/** A word that a provider names something with; it becomes part of our own ids. */
const Word = z.string().regex(/^[A-Za-z0-9._:-]{1,80}$/, 'letters, digits and . _ : - only, 1 to 80 of them');

/** What a citizen sent us, as a provider handed it over: already read from its wire, not yet understood. */
export const InboundSms = z.strictObject({
  provider: Word,
  /** By which channel it came, and an answer goes back. */
  channel: z.enum(['sms', 'zalo']).default('sms'),
  /** Who sent it: a phone in any spelling, or the name of a machine. */
  from: z.string().max(60),
  /** Whom it was sent to: a number, a brandname or an official account. */
  to: z.string().trim().toLowerCase().min(1).max(60),
  /** Untrusted, of any length. */
  text: z.string(),
  receivedAt: Instant,
  /** The provider's own id of the message: the same id again is the same message. */
  providerId: Word,
});
export type InboundSms = z.infer<typeof InboundSms>;

/**
 * A message as the answering side reads it; undefined when nobody can be answered: no sender, or names that no
 * provider should give.
 */
export const inboundText = ({
  provider,
  providerId,
  from,
  sender,
  to,
  text,
  receivedAt,
}: InboundMessage): InboundSms | undefined => {
  const channel = provider === 'zalo' ? 'zalo' : 'sms';
  const read = { provider, channel, from: from ?? sender ?? '', to, text, receivedAt, providerId };
  return InboundSms.safeParse(read).data;
};
