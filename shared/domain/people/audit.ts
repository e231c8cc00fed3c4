import * as z from 'zod';
import { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import { Ward } from '../values/ward.ts';

/** What an officer did or read, once and for good: nothing of it is ever written over. */
export const Deed = z.strictObject({
  id: z.string(),
  ward: Ward,
  at: Instant,
  officer: z.string(),
  /** The officer's name on that day. */
  by: z.string(),
  what: z.string(),
  /** The code of a dossier or the id of a letter or notification; never a name or a phone. */
  about: z.string().optional(),
  outcome: z.string(),
  /** What was typed with it: a reason, an old and a new value. */
  words: z.string().optional(),
});
export type Deed = z.infer<typeof Deed>;

export const deedPrivacy = {
  id: 'open',
  ward: 'open',
  at: 'open',
  officer: 'open',
  by: 'personal',
  what: 'open',
  about: 'open',
  outcome: 'open',
  words: 'personal',
} as const satisfies Privacy<Deed>;

/** Deeds by office, newest first. */
export interface Audit {
  note(deed: Deed): Promise<void>;
  of(ward: Ward, before: string | undefined): Promise<{ deeds: Deed[]; cursor?: string }>;
}
