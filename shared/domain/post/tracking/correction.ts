import * as z from 'zod';
import { Instant } from '../../values/instant.ts';
import { jobStates } from '../job/dispatch-moves.ts';

/** The ends that a person may correct a journey to. */
export const ends = ['delivered', 'returned', 'lost'] as const;

/** Who corrected what, when and why; `client` is the machine that asked. */
export const Correction = z.strictObject({
  at: Instant,
  by: z.string(),
  client: z.string(),
  reason: z.string(),
  from: z.enum(jobStates),
  to: z.enum(ends),
});
export type Correction = z.infer<typeof Correction>;
