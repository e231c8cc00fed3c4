import type { Instant } from '../values/instant.ts';
import type { LetterMove, LetterState } from './moves.ts';
import type { Privacy } from '../values/privacy.ts';
import type { LetterDocument, Letter } from './letter.ts';
import type { Ward } from '../values/ward.ts';
import type { LetterId } from '../values/ids.ts';
import type { Trace } from './occasion/trace.ts';

/** What a person did with a letter, and who answers for it: the client of the ward's own system. */
export type HumanAct = { by: string; what: LetterMove; at: Instant; version: number; reason?: string };

export const humanActPrivacy = {
  by: 'open',
  what: 'open',
  at: 'open',
  version: 'open',
  reason: 'personal',
} as const satisfies Privacy<HumanAct>;

/** What became of a move: `unchanged` names the state that does not allow it, or the version that is there now. */
export type Moved =
  | { is: 'moved' }
  | { is: 'unchanged'; state: LetterState; version: number }
  | { is: 'unknown' };

export type LetterChange = {
  at: Instant;
  /** Only of this version, where somebody has seen it. */
  version?: number;
  reason?: string;
  documents?: LetterDocument[];
  /** Something still has to happen to it by itself: the clock goes on looking after it. */
  waits?: true;
  /** The person who did it; what a machine does by rule is not audited. */
  by?: string;
};

export type LetterName = { ward: Ward; id: LetterId };

/** The letters of all wards. Drafts are written with the decision they come from (`Dossiers.commit`). */
export interface Letters {
  /** For a decision: the states of these letters, and who is remembered under these keys. */
  known(asked: {
    letters: readonly LetterName[];
    people: readonly { ward: Ward; person: string }[];
  }): Promise<{
    states: Map<string, LetterState>;
    people: Map<string, { traces: Trace[]; version: number }>;
  }>;
  /** The letters that exist among these, in their order. */
  find(names: readonly LetterName[]): Promise<Letter[]>;
  /** One move by the move table, and the audit of a person's act, in one write. */
  move(name: LetterName, what: LetterMove, change: LetterChange): Promise<Moved>;
  /** A person's new version of a letter, conditioned on the one before it: to be rendered again. */
  revise(letter: Letter, act: HumanAct & { what: 'revised' | 'written-anew' }): Promise<Moved>;
  /** Letters of a ward, newest first, of one state or of all; `before` is the last cursor. */
  list(
    ward: Ward,
    asked: { state?: LetterState | undefined; before?: string | undefined; limit: number },
  ): Promise<{ letters: Letter[]; cursor?: string }>;
  /** What people did with a letter, oldest first. */
  acts(name: LetterName): Promise<HumanAct[]>;
  /** Letters that still have to be rendered or released by rule at `now`: their doorbell was lost. */
  due(now: Instant, limit: number): Promise<LetterName[]>;
  /** Looks at such a letter again later. */
  postpone(name: LetterName, until: Instant): Promise<void>;
  /** The letter whose family was given this calendar. */
  withCalendar(token: string): Promise<Letter | undefined>;
}
