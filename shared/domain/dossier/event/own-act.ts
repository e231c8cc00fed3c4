/** What people of an office do to a dossier: events of our own, durable and decided like any other, and no step of theirs. */
import * as z from 'zod';
import { Ward } from '../../values/ward.ts';

const acts = ['correct', 'void', 'move', 'person-event', 'settle'] as const;

/** Who did what to a dossier, and why. No caller can send this; it is made of what they ask for and who they are. */
export const OwnAct = z.strictObject({
  what: z.enum(acts),
  by: z.string(),
  reason: z.string(),
  /** Of something taken back: the citizen is told nothing of it. */
  silently: z.boolean().optional(),
  /** Of a dossier that goes to another office: which, and where it came from, as either of the two is told. */
  to: Ward.optional(),
  from: Ward.optional(),
  /** Of a correction: what was known until then, so that whoever only repeats it takes nothing back. */
  instead: z.record(z.string(), z.unknown()).optional(),
});
export type OwnAct = z.infer<typeof OwnAct>;
