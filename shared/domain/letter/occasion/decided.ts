/** What an event comes to in letters: drafts to keep, pending ones to take back, and what is remembered of whom. */
import type { Ward } from '../../values/ward.ts';
import type { Letter, TakenBackBecause } from '../letter.ts';
import type { LetterState } from '../moves.ts';
import type { Withdrawal } from './letter-decision.ts';
import type { Trace } from './trace.ts';
import type { LetterId } from '../../values/ids.ts';

/** A letter to be stopped or held. `from` is the state it was seen in: another one means a race. */
export type LetterTakenBack = {
  id: LetterId;
  from: LetterState;
  to: LetterState;
  reason: Withdrawal['reason'] | TakenBackBecause;
  /** The family's calendar ends with it. */
  closes?: true;
};

/** Births, weddings and deaths of people who are found under this key, and how often that changed before. */
export type Remembered = { person: string; traces: Trace[]; before: number };

/** A letter as it is from now on. The state and version it was seen in: others mean a race. */
export type Rewritten = { letter: Letter; from: LetterState; version: number };

export type LettersDecided = {
  ward: Ward;
  drafts: Letter[];
  /** Letters that follow corrected facts: the next version where they have not left, else a note that they told wrongly. */
  rewritten?: Rewritten[];
  takenBack: LetterTakenBack[];
  remembered: Remembered[];
  /** Why there is no letter, for a person who asks. */
  none?: string;
};
