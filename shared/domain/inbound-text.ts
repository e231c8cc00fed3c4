import * as z from 'zod';
import type { InboundMessage } from './inbound-message.ts';
import { Instant } from './instant.ts';

/** A word that a provider names something with; it becomes part of our own ids. */
const Word = z.string().regex(/^[A-Za-z0-9._:-]{1,80}$/, 'letters, digits and . _ : - only, 1 to 80 of them');

/** A citizen's message with all that an answer needs, not yet understood. */
export const InboundSms = z.strictObject({
  provider: Word,
  /** By which channel it came, and an answer goes back. */
  channel: z.enum(['sms', 'zalo']).default('sms'),
  /** Who sent it: a phone in any spelling, or the name of a machine. */
  from: z.string().max(60),
  /** Whom it was sent to: a number, a brandname or an official account. */
  to: z.string().trim().toLowerCase().max(100),
  /** Untrusted, of any length. */
  text: z.string(),
  receivedAt: Instant,
  /** The provider's own id of the message: the same id again is the same message. */
  providerId: Word,
});
export type InboundSms = z.infer<typeof InboundSms>;

/**
 * The message as it can be answered. A provider may name its messages as it likes; what does not fit into an id of ours
 * stands there as its digest. A message without a phone, as from Zalo, is from nobody we can answer.
 */
export const inboundTextOf = (
  { provider, providerId, from, to, text, receivedAt }: InboundMessage,
  sha256: (text: string) => string,
): InboundSms => {
  const word = (name: string): string => (Word.safeParse(name).success ? name : sha256(name));
  return InboundSms.parse({
    provider: word(provider),
    providerId: word(providerId),
    channel: provider === 'zalo' ? 'zalo' : 'sms',
    from: from ?? '',
    to,
    text,
    receivedAt,
  });
};
