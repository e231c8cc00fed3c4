/** What partners send besides claims, acceptances, scans and remittances. Unknown fields are refused. */
import * as z from 'zod';
import { InstantWithOffset } from '../../values/instant.ts';
import { cleaned } from '../../values/writing/cleaned.ts';
import { digits } from '../../values/wire/written.ts';
import { AcceptJobRequest, RejectReason } from '../job/lease.ts';

const leaseEpoch = z.int().nonnegative();

/** `leaseSeconds` count from the call. */
export const RenewRequest = z.strictObject({ leaseEpoch, leaseSeconds: z.int().min(60).max(3600) });
export type RenewRequest = z.infer<typeof RenewRequest>;

export const ReleaseRequest = z.strictObject({
  leaseEpoch,
  reason: cleaned(1, 200),
  /** Not to be offered again before then. */
  notBefore: InstantWithOffset.optional(),
});
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;

export const RejectRequest = z.strictObject({ leaseEpoch, reason: RejectReason });
export type RejectRequest = z.infer<typeof RejectRequest>;

/** Items and events are looked at one by one, so that a bad one stops none of the others. */
export const AcceptBatch = z.strictObject({ items: z.array(z.unknown()).min(1).max(100) });
export const AcceptItem = AcceptJobRequest.extend({ jobId: z.string().min(1).max(200) });
export const TrackingBatch = z.strictObject({ events: z.array(z.unknown()).min(1).max(100) });

/** From which change on, and how many at once: as many as there may be, where nothing sensible is said. */
export const ChangesQuery = z.object({
  after: z.string().optional(),
  limit: digits
    .catch(1)
    .default(100)
    .transform((asked) => Math.min(Math.max(Math.trunc(asked), 1), 100)),
});

/** What a partner says to something that the office asks of papers it has taken over; the ward notes it in the same words. */
export const PartnerAnswer = z.discriminatedUnion('confirmed', [
  z.strictObject({ confirmed: z.literal(true) }),
  z.strictObject({ confirmed: z.literal(false), reason: cleaned(1, 200) }),
]);
export type PartnerAnswer = z.infer<typeof PartnerAnswer>;
