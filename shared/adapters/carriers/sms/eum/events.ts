import * as z from 'zod';
import type { CarrierReport, ReportMeaning } from '../../../../domain/inbound/carrier-report.ts';
import { instantOf } from '../../../../domain/values/instant.ts';
import { eumName } from './carrier.ts';

/**
 * What each event type says about a message (End User Messaging, "event types"), once it is final.
 * `TEXT_UNKNOWN` means that no answer came within 72 hours: our own time-out says that, and better.
 */
export const eventTypes = {
  TEXT_QUEUED: 'open',
  TEXT_PENDING: 'open',
  TEXT_SENT: 'open',
  TEXT_SUCCESSFUL: 'delivered',
  TEXT_DELIVERED: 'delivered',
  TEXT_INVALID: 'undelivered',
  TEXT_INVALID_MESSAGE: 'undelivered',
  TEXT_UNREACHABLE: 'undelivered',
  TEXT_CARRIER_UNREACHABLE: 'undelivered',
  TEXT_BLOCKED: 'undelivered',
  TEXT_CARRIER_BLOCKED: 'undelivered',
  TEXT_SPAM: 'undelivered',
  TEXT_TTL_EXPIRED: 'undelivered',
  TEXT_PROTECT_BLOCKED: 'undelivered',
  TEXT_UNKNOWN: 'open',
} as const satisfies Record<string, ReportMeaning>;

/** Ends that other messages meet too, until a person mends the text, the sender or the configuration. */
const oursToMend: readonly string[] = [
  'TEXT_INVALID_MESSAGE',
  'TEXT_CARRIER_BLOCKED',
  'TEXT_SPAM',
  'TEXT_PROTECT_BLOCKED',
];

/** Milliseconds since 1970. Smaller numbers are seconds, as in some examples, and would be moments of January 1970. */
const Milliseconds = z.int().min(1_000_000_000_000);

/** An event, as far as we read it. The description is AWS's own sentence and names no phone. */
const Event = z.object({
  eventType: z.string(),
  isFinal: z.boolean().default(true),
  messageId: z.string().min(1),
  destinationPhoneNumber: z.string().optional(),
  messageRequestTimestamp: Milliseconds,
  messageStatusDescription: z.string().default(''),
  context: z.record(z.string(), z.string()).default({}),
});

const Json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

/** The same event as a queue holds it: bare, or inside the notification of the topic it came through. */
const Wrapped = z.object({ Type: z.literal('Notification'), Message: Json.pipe(Event) });
export const EumEvent = z.union([Wrapped.transform(({ Message }) => Message), Event]);
export type EumEvent = z.infer<typeof EumEvent>;

/**
 * What an event says. `delivered` is the carrier's word, not the phone's (`receiptMeans`). An answer that is not final
 * yet is no answer, whatever its type.
 */
export const readEumEvent = (event: EumEvent): CarrierReport => {
  const { eventType: code, messageId: reference, isFinal, destinationPhoneNumber: to, context } = event;
  const { attempt, notification } = context;
  if (!Object.hasOwn(eventTypes, code)) {
    return { is: 'unrecognised', carrier: eumName, reference, code, ...(attempt && { attempt }) };
  }
  const outcome: ReportMeaning = eventTypes[code as keyof typeof eventTypes];
  // Some countries only ever say SUCCESSFUL, others before DELIVERED: it counts when it is the last word.
  const early = !isFinal && code !== 'TEXT_DELIVERED';
  if (outcome === 'open' || early) return { is: 'open', carrier: eumName, reference, code };
  return {
    is: 'receipt',
    receipt: {
      carrier: eumName,
      reference,
      outcome,
      detail: `${code}: ${event.messageStatusDescription}`,
      code,
      takenAt: instantOf(new Date(event.messageRequestTimestamp)),
      ...(to !== undefined && { to }),
      ...(attempt !== undefined && { attempt }),
      ...(notification !== undefined && { notification }),
      ...(oursToMend.includes(code) && { concern: 'to-mend' as const }),
    },
  };
};
