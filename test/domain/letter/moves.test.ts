import { describe, expect, it } from 'vitest';
import { afterMove, letterMoves, LetterState, type LetterMove } from '../../../shared/domain/letter/moves.ts';

const states = LetterState.options;
const whats = Object.keys(letterMoves) as LetterMove[];

/** The whole life of a letter, written out: what happens in each state. A missing word changes nothing. */
const life: Record<LetterState, Partial<Record<LetterMove, LetterState>>> = {
  drafted: {
    rendered: 'rendered',
    doubted: 'held',
    'character-missing': 'stopped',
    'not-printable': 'stopped',
    withdrawn: 'withdrawn',
    corrected: 'drafted',
  },
  stopped: { withdrawn: 'withdrawn', corrected: 'drafted', revised: 'drafted' },
  rendered: {
    corrected: 'drafted',
    released: 'released',
    held: 'held',
    doubted: 'held',
    withdrawn: 'withdrawn',
    revised: 'drafted',
  },
  held: {
    shown: 'held',
    'corrected-held': 'held',
    released: 'released',
    withdrawn: 'withdrawn',
    revised: 'drafted',
  },
  released: {
    corrected: 'drafted',
    held: 'held',
    doubted: 'held',
    printed: 'printed',
    withdrawn: 'withdrawn',
    revised: 'drafted',
  },
  withdrawn: { 'reported-again': 'drafted', revised: 'drafted' },
  printed: {
    doubted: 'held',
    withdrawn: 'withdrawn',
    'handed-over': 'handed-over',
    posted: 'posted',
    'written-anew': 'drafted',
  },
  'handed-over': { 'written-anew': 'drafted' },
  posted: { 'written-anew': 'drafted' },
};

describe('the life of a letter', () => {
  it.each(
    states.flatMap((state) => whats.map((what) => ({ state, what, next: life[state][what] ?? state }))),
  )('makes a $state letter $next when it is $what', ({ state, what, next }) => {
    expect(afterMove(state, what)).toBe(next);
  });

  it('takes the second report of anything as no news', () => {
    for (const state of states) {
      for (const what of whats) expect(afterMove(afterMove(state, what), what)).toBe(afterMove(state, what));
    }
  });

  it('never prints what no person or rule has released, and brings a withdrawn letter back only by a person, or by a new report of what its office had taken back', () => {
    expect(letterMoves.printed.from).toEqual(['released']);
    const back = whats.filter((what) => afterMove('withdrawn', what) !== 'withdrawn');
    expect(back).toEqual(['reported-again', 'revised']);
  });
});
