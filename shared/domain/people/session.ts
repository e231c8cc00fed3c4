import * as z from 'zod';
import { between, hours, Instant, minutes, seconds } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import type { Officer } from './officer.ts';

/** What somebody had typed when their session was over: where it was to go, and its fields. */
export const Draft = z.strictObject({
  path: z.string(),
  fields: z.record(z.string(), z.string()),
});
export type Draft = z.infer<typeof Draft>;

/** One signing in of one officer. Its id is the SHA-256 of the word in the cookie, so that the table opens no door. */
export const Session = z.strictObject({
  id: z.string(),
  officer: z.string(),
  epoch: z.int(),
  startedAt: Instant,
  seenAt: Instant,
  endedAt: Instant.optional(),
  draft: Draft.optional(),
});
export type Session = z.infer<typeof Session>;

export const sessionPrivacy = {
  id: 'open',
  officer: 'open',
  epoch: 'open',
  startedAt: 'open',
  seenAt: 'open',
  endedAt: 'open',
  draft: 'personal',
} as const satisfies Privacy<Session>;

/** Chosen defaults: a coffee break at a counter, and one working day. */
export const idleAtMost = minutes(30);
export const lastsAtMost = hours(12);

/** How long a session may have been seen ago before that is written down again. */
export const notedEvery = minutes(1);

/**
 * How long a page may work on one answer: its function is given no more, so that an act which says nothing after it has
 * broken off.
 */
export const actsAtMost = seconds(29);

/** A form of a session, by the word in it. */
export type FormName = { session: string; form: string };

/** One sending of a form: by which request, and when it counts as broken off unless it came to its end before. */
export type Sending = { by: string; until: Instant };

/** How a session stands: `taken-off` when its officer is gone or was changed after it began. */
export type Standing = 'in' | 'idle' | 'over' | 'signed-out' | 'taken-off';

export const sessionStanding = (session: Session, officer: Officer | undefined, now: Instant): Standing => {
  if (session.endedAt !== undefined) return 'signed-out';
  if (!officer?.active || officer.id !== session.officer || officer.epoch !== session.epoch)
    return 'taken-off';
  if (between(session.startedAt, now) >= lastsAtMost) return 'over';
  return between(session.seenAt, now) >= idleAtMost ? 'idle' : 'in';
};

/** Sessions, by the hash of the word in the cookie. */
export interface Sessions {
  find(id: string): Promise<Session | undefined>;
  /** Writes the session, if nobody changed it since `before` was read. */
  save(session: Session, before: Session | undefined): Promise<'saved' | 'conflict'>;
  /** Gives the form to this sending, unless another came to its end (`sent`) or has it still (`under-way`). */
  takeForm(name: FormName, sending: Sending, now: Instant): Promise<'taken' | 'sent' | 'under-way'>;
  /** `done`: the form is never given again. `open`: nothing came of this sending, and the next may have the form at once. */
  leaveForm(name: FormName, sending: Sending, came: 'done' | 'open', now: Instant): Promise<void>;
}
