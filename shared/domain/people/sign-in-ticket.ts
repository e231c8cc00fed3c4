import * as z from 'zod';
import { Instant, minutes } from '../values/instant.ts';

/** How long somebody may take at the provider. */
export const ticketLasts = minutes(10);

/** What a browser carries, sealed, from the beginning of signing in to its end. */
export const SignInTicket = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where to go afterwards. */
  back: z.string(),
  /** The session that was over, of which something typed may be left. */
  earlier: z.string().optional(),
  at: Instant,
});
export type SignInTicket = z.infer<typeof SignInTicket>;
