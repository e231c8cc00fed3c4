import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Instant } from '../../../../domain/values/instant.ts';
import type { Receipt } from '../../../../domain/notification/receipt.ts';
import { snsName } from './carrier.ts';
import { knownWord, matterOf } from './provider-responses.ts';

/** `2016-06-28 00:40:34.558`: UTC, though it does not say so. */
const Timestamp = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?$/)
  .transform((text, context): Instant => {
    const date = new Date(`${text.replace(' ', 'T')}Z`);
    if (!Number.isNaN(date.getTime())) return date.toISOString() as Instant;
    context.addIssue({ code: 'custom', message: 'no such moment' });
    return z.NEVER;
  });

/** One delivery-status line of SNS, as far as we read it (SNS guide, "SMS delivery logs"). */
const Line = z.object({
  notification: z.object({ messageId: z.string().min(1), timestamp: Timestamp }),
  delivery: z.object({ destination: z.string().optional(), providerResponse: z.string().default('') }),
  status: z.enum(['SUCCESS', 'FAILURE']),
});

/** What CloudWatch Logs hands to a subscription, unpacked. */
const Payload = z.object({
  messageType: z.string(),
  logEvents: z.array(z.object({ id: z.string(), message: z.string() })).default([]),
});

/** A line nobody could read: by the id CloudWatch gave it, since the line itself may hold a phone. */
export type UnreadableLine = { logEventId: string; because: string };

/** Amazon puts the phone into some of its words, and a receipt is kept longer than a phone may be. */
const withoutPhones = (words: string): string => words.replaceAll(/\+?\d{7,}/g, '#').slice(0, 200);

const concernOf = (providerResponse: string): Receipt['concern'] => {
  const matter = matterOf(providerResponse);
  if (matter === undefined) return 'unrecognised';
  return matter === 'ours' ? 'to-mend' : undefined;
};

const receiptIn = (message: string): Receipt => {
  const { notification, delivery, status } = Line.parse(JSON.parse(message));
  const code = knownWord(delivery.providerResponse);
  const concern = status === 'FAILURE' ? concernOf(delivery.providerResponse) : undefined;
  return {
    carrier: snsName,
    reference: notification.messageId,
    outcome: status === 'SUCCESS' ? 'delivered' : 'undelivered',
    detail: withoutPhones(delivery.providerResponse),
    ...(code !== undefined && { code }),
    ...(concern !== undefined && { concern }),
    ...(delivery.destination !== undefined && { to: delivery.destination }),
    takenAt: notification.timestamp,
  };
};

const wordsOf = (error: unknown): string =>
  error instanceof z.ZodError
    ? error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ')
    : 'not JSON';

/**
 * The receipts in what a CloudWatch Logs subscription delivers (`event.awslogs.data`: base64 of gzip). Lines that
 * nobody can read are answered beside them, so that one does not stop the others; a payload that cannot be unpacked
 * at all is thrown. Control messages hold none.
 */
export const receiptsIn = (data: string): { receipts: Receipt[]; unreadable: UnreadableLine[] } => {
  const { messageType, logEvents } = Payload.parse(
    JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString()),
  );
  const receipts: Receipt[] = [];
  const unreadable: UnreadableLine[] = [];
  if (messageType !== 'DATA_MESSAGE') return { receipts, unreadable };
  for (const { id, message } of logEvents) {
    try {
      receipts.push(receiptIn(message));
    } catch (error) {
      unreadable.push({ logEventId: id, because: wordsOf(error) });
    }
  }
  return { receipts, unreadable };
};
