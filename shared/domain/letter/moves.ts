/** The life of a letter: one table, keyed by what happened, which is also the condition of the write. */
import * as z from 'zod';

export const LetterState = z.enum([
  'drafted',
  'stopped',
  'rendered',
  'held',
  'released',
  'withdrawn',
  'printed',
  'handed-over',
  'posted',
]);
export type LetterState = z.infer<typeof LetterState>;

/**
 * Every legal move. From a state that is not named, what happened changes nothing: twice, late and out of order are
 * harmless. `not-printable` is a letter on which the press fails for a reason of its own. `withdrawn` reaches a printed
 * letter too, since it may still lie in the tray. `revised` is a person's new version, also of a letter that was
 * withdrawn because a namesake died. `corrected` is the next version that follows facts put right (a held letter is
 * `corrected-held`: whoever holds it still looks), `reported-again` that of a letter whose office took it back and now
 * reports it anew: a person looks at it whatever the ward says. Nothing else brings a letter back. `written-anew` is a
 * person's right letter in the place of one that has left and was wrong. `doubted` holds a letter because somebody who
 * died may belong to the family; a held letter is put on paper too (`shown`), so that the person who looks sees it.
 */
export const letterMoves = {
  rendered: { from: ['drafted'], to: 'rendered' },
  'character-missing': { from: ['drafted'], to: 'stopped' },
  'not-printable': { from: ['drafted'], to: 'stopped' },
  released: { from: ['rendered', 'held'], to: 'released' },
  held: { from: ['rendered', 'released'], to: 'held' },
  doubted: { from: ['drafted', 'rendered', 'released', 'printed'], to: 'held' },
  shown: { from: ['held'], to: 'held' },
  withdrawn: { from: ['drafted', 'stopped', 'rendered', 'held', 'released', 'printed'], to: 'withdrawn' },
  printed: { from: ['released'], to: 'printed' },
  'handed-over': { from: ['printed'], to: 'handed-over' },
  posted: { from: ['printed'], to: 'posted' },
  corrected: { from: ['drafted', 'stopped', 'rendered', 'released'], to: 'drafted' },
  'corrected-held': { from: ['held'], to: 'held' },
  'reported-again': { from: ['withdrawn'], to: 'drafted' },
  'written-anew': { from: ['printed', 'handed-over', 'posted'], to: 'drafted' },
  revised: { from: ['stopped', 'rendered', 'held', 'released', 'withdrawn'], to: 'drafted' },
} as const satisfies Record<string, { from: readonly LetterState[]; to: LetterState }>;

export type LetterMove = keyof typeof letterMoves;

/** A condolence is let go by a leader alone, at the desk: a family reads it as the office's own hand. */
export const needsLeader = (what: LetterMove, { kind }: { kind: string }): boolean =>
  what === 'released' && kind === 'condolence';

/** The state after what happened: the next one, or the same where it changes nothing. */
export const afterMove = (state: LetterState, what: LetterMove): LetterState => {
  const { from, to } = letterMoves[what];
  const legal: readonly LetterState[] = from;
  return legal.includes(state) ? to : state;
};
