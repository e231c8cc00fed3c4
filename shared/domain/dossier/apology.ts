import * as z from 'zod';
import { Instant } from '../values/instant.ts';

const line = z.string().trim().min(1).max(300);

/**
 * What the letter of apology says: Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết, Mẫu 04 of TT 03/2025/TT-VPCP;
 * the contents as read in letters of two offices. The wording itself is the ward's.
 */
export const ApologyContent = z
  .strictObject({
    addressee: line,
    address: line.optional(),
    phone: line.optional(),
    dossierCode: line,
    /** What the dossier asks for; it is on paper that only the addressee opens, never in a text message. */
    subject: line,
    receivedAt: Instant,
    dueAt: Instant,
    /** The unit that is late, and why, in its own words. */
    lateUnit: line,
    reason: line,
    newDueAt: Instant,
    place: line,
    copies: z.array(line).default([]),
    signer: z.strictObject({ title: line, name: line }),
  })
  .refine(
    ({ dueAt, newDueAt }) => newDueAt > dueAt,
    'the new date must be later than the one that was promised',
  );
export type ApologyContent = z.infer<typeof ApologyContent>;
