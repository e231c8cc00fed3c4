/** What a clerk notes after a visit by the ward's own people; kept as a scan like any other. */
import * as z from 'zod';
import { type Instant, InstantWithOffset } from '../../values/instant.ts';
import { Vnd } from '../money/fee.ts';
import { ReturnReason } from '../job/ends/returns.ts';
import { TrackingEvent } from '../tracking/tracking-event.ts';

/** In the words of our own code table, `bao-tin/1`. */
const codes = {
  delivered: 'delivered',
  'not-met': 'delivery-attempted',
  'brought-back': 'returned',
} as const;

export const VisitReport = z
  .strictObject({
    result: z.enum(['delivered', 'not-met', 'brought-back']),
    /** When it happened; now, where nothing is said. */
    at: InstantWithOffset.optional(),
    receivedBy: TrackingEvent.shape.receivedBy,
    /** VND taken at the door. */
    collected: Vnd.optional(),
    reason: ReturnReason.optional(),
  })
  .refine(({ result, receivedBy }) => result !== 'delivered' || receivedBy !== undefined, {
    error: 'whoever took the papers is named: self, family or proxy',
    path: ['receivedBy'],
  })
  .refine(({ result, reason }) => result !== 'brought-back' || reason !== undefined, {
    error: 'papers come back for a reason',
    path: ['reason'],
  });
export type VisitReport = z.infer<typeof VisitReport>;

/** The scan that a report stands for. */
export const scanOfVisit = (jobId: string, report: VisitReport, now: Instant): TrackingEvent => {
  const { result, at = now, receivedBy, collected, reason } = report;
  return {
    jobId,
    code: codes[result],
    occurredAt: at,
    ...(receivedBy && { receivedBy }),
    ...(collected !== undefined && { cod: { collected } }),
    ...(reason && { reason }),
  };
};
