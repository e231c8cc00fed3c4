import * as z from 'zod';
import type { InboundMessage } from './message.ts';
import { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';

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
  /** A keyed hash of the provider's name for the message: the same again is the same message. */
  providerId: Word,
});
export type InboundSms = z.infer<typeof InboundSms>;

export const inboundPrivacy = {
  provider: 'open',
  channel: 'open',
  from: 'personal',
  to: 'open',
  text: 'personal',
  receivedAt: 'open',
  providerId: 'open',
} as const satisfies Privacy<InboundSms>;

/**
 * The message as it can be answered. A provider names its messages as it likes, some by phone and text alone, so from
 * here on a keyed hash stands for the name: without the key nobody can try phones and words until one fits. A message
 * without a phone, as from Zalo, is from nobody we can answer.
 */
export const inboundTextOf = (
  { provider, providerId, from, to, text, receivedAt }: InboundMessage,
  keyedHash: (text: string) => string,
): InboundSms =>
  InboundSms.parse({
    provider: Word.safeParse(provider).success ? provider : keyedHash(provider),
    providerId: keyedHash(`inbound ${provider} ${providerId}`),
    channel: provider === 'zalo' ? 'zalo' : 'sms',
    from: from ?? '',
    to,
    text,
    receivedAt,
  });
