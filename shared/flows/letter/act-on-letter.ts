import type { LetterAct, LetterSummary } from '../../domain/letter/api/shapes.ts';
import { letterMoves, needsLeader, type LetterMove, type LetterState } from '../../domain/letter/moves.ts';
import { summaryOf } from './list-letters.ts';
import type { LetterName, Letters } from '../../domain/letter/letters.ts';
import type { Clock } from '../../domain/values/instant.ts';

/** What a person may do with a letter by themselves. */
export type Act = Extract<LetterMove, 'released' | 'held' | 'withdrawn' | 'handed-over' | 'posted'>;

export type ActOutcome =
  | { is: 'done'; letter: LetterSummary }
  | { is: 'wrong-state'; state: LetterState; version: number }
  | { is: 'not-found' | 'leader-only' };

/**
 * Does what a person decided about a letter, once, and writes down who. The same act again is done already; an act
 * that the letter's state does not allow, or on a version that is no longer there, changes nothing and says so.
 * `leads`: it is a leader of the office, who signed in.
 */
export const actOnLetter =
  ({ letters, clock }: { letters: Letters; clock: Clock }) =>
  async (
    name: LetterName,
    what: Act,
    { version, reason }: LetterAct,
    by: string,
    { leads = false } = {},
  ): Promise<ActOutcome> => {
    const [before] = await letters.find([name]);
    if (before === undefined) return { is: 'not-found' };
    if (!leads && needsLeader(what, before)) return { is: 'leader-only' };
    const seen = version ?? before.version;
    const moved = await letters.move(name, what, {
      at: clock(),
      version: seen,
      by,
      ...(reason !== undefined && { reason }),
    });
    if (moved.is === 'unknown') return { is: 'not-found' };
    const isDoneAlready =
      moved.is === 'unchanged' && moved.state === letterMoves[what].to && moved.version === seen;
    if (moved.is === 'unchanged' && !isDoneAlready) {
      return { is: 'wrong-state', state: moved.state, version: moved.version };
    }
    const [after] = await letters.find([name]);
    return { is: 'done', letter: summaryOf(after!) };
  };
