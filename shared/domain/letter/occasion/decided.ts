/** What an event comes to in letters: drafts to keep, pending ones to take back, and what is remembered of whom. */
import type { Ward } from '../../values/ward.ts';
import type { Letter } from '../letter.ts';
import type { LetterState } from '../moves.ts';
import type { Trace } from './person-event.ts';
import type { LetterId } from '../../values/ids.ts';

/** A letter to be stopped, and its calendar closed with it. `from` is the state it was seen in: another one means a race. */
export type LetterTakenBack = {
  id: LetterId;
  from: LetterState;
  to: LetterState;
  reason: 'child-died' | 'declined';
};

/** Births and deaths of people of this name, and how often that changed before. No name is in it. */
export type Remembered = { person: string; traces: Trace[]; before: number };

export type LettersDecided = {
  ward: Ward;
  drafts: Letter[];
  takenBack: LetterTakenBack[];
  remembered?: Remembered;
  /** Why there is no letter, for a person who asks. */
  none?: string;
};
