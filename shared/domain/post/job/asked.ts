/** What an office asks of a partner that has taken papers over. */
import * as z from 'zod';
import { Address } from '../../values/places/address.ts';
import { Instant } from '../../values/instant.ts';

/** Papers that the office wants back, why, and what the partner said. */
export const Asked = z.strictObject({ at: Instant, reason: z.string(), answer: z.string().optional() });

/** Another address that the partner was asked to bring the papers to, and what it said. */
export const Redirect = z.strictObject({
  at: Instant,
  address: Address,
  /** What this address still lacks, as `waitsFor` will say once it is the job's. */
  lacks: z.array(z.string()).optional(),
  answered: z.strictObject({ at: Instant, yes: z.boolean(), reason: z.string().optional() }).optional(),
});
