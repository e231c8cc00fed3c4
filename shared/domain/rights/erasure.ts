/** A citizen's data, as it was asked for, and what is left to show that it was erased. */
import * as z from 'zod';
import { Instant } from '../values/instant.ts';
import { Ward } from '../values/ward.ts';

/** Who asks, in keyed hashes alone: of phones, and of codes of dossiers. */
export const Marks = z.strictObject({ phones: z.array(z.string()), dossiers: z.array(z.string()) });
export type Marks = z.infer<typeof Marks>;

/** Why an office looks for somebody: the number of the citizen's own request, and the leader who answers for it. */
export const RequestedBy = z.strictObject({
  request: z.string().trim().min(1).max(60),
  by: z.string().trim().min(2).max(100),
  reason: z.string().trim().min(1).max(500),
});
export type RequestedBy = z.infer<typeof RequestedBy>;

/**
 * That somebody was erased, and no word of who: counts, and hashes that nobody can make without the key. By these the
 * erasure is done again on a table that was brought back from before it.
 */
export const Erasure = z.strictObject({
  id: z.string(),
  ward: Ward,
  at: Instant,
  /** The office's own number of the citizen's request. */
  request: z.string(),
  marks: Marks,
  /** How many items of each kind lost their person. */
  erased: z.record(z.string(), z.int().nonnegative()),
  /** What a law keeps, by its name in `whatIsKept`, and how often. */
  kept: z.record(z.string(), z.int().nonnegative()),
  files: z.int().nonnegative(),
});
export type Erasure = z.infer<typeof Erasure>;
