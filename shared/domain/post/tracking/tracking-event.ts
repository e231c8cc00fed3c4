/** What a partner reports about a parcel: when it happened is one thing, when we heard of it another. */
import * as z from 'zod';
import { InstantWithOffset } from '../../values/instant.ts';
import type { Privacy } from '../../values/privacy.ts';
import { Vnd } from '../money/fee.ts';
import { ReturnReason } from '../job/ends/returns.ts';

export const TrackingEvent = z
  .strictObject({
    /** The partner's own id of the event, if it is stable. */
    eventId: z.string().min(1).max(120).optional(),
    jobId: z.string().max(200).optional(),
    trackingNumber: z.string().max(40).optional(),
    /** In the words of the partner; its code table says what it means. */
    code: z.string().min(1).max(60),
    occurredAt: InstantWithOffset,
    /** Carriers use the same codes on the way back; only they know which way it goes. */
    leg: z.enum(['outward', 'return']).optional(),
    attempt: z.int().positive().optional(),
    reason: ReturnReason.optional(),
    location: z
      .strictObject({ officeCode: z.string().max(40), text: z.string().max(200) })
      .partial()
      .optional(),
    receivedBy: z
      .strictObject({ relation: z.enum(['self', 'family', 'proxy']), idChecked: z.boolean() })
      .optional(),
    cod: z.strictObject({ collected: Vnd }).optional(),
    evidenceIds: z.array(z.string().max(100)).max(15).optional(),
  })
  .refine(({ jobId, trackingNumber }) => jobId !== undefined || trackingNumber !== undefined, {
    error: 'an event names its job or its tracking number',
    path: ['jobId'],
  });
export type TrackingEvent = z.infer<typeof TrackingEvent>;

export const trackingEventPrivacy = {
  eventId: 'open',
  jobId: 'open',
  trackingNumber: 'open',
  code: 'open',
  occurredAt: 'open',
  leg: 'open',
  attempt: 'open',
  reason: 'open', // a code of ours
  location: 'personal',
  receivedBy: 'personal',
  cod: 'open',
  evidenceIds: 'open',
} as const satisfies Privacy<TrackingEvent>;

/**
 * What makes an event this event: the partner's id, else number, code, instant and attempt. The same code at another
 * instant is a second attempt, not a duplicate. Free text and places never count; carriers reword them.
 */
export const identityOf = (event: TrackingEvent, partner: string, trackingNumber: string): string =>
  event.eventId === undefined
    ? [partner, trackingNumber, event.code, event.occurredAt, event.attempt ?? ''].join('|')
    : [partner, event.eventId].join('|');
