/** Everything that one dossier's turn means for letters: what is there follows first, then new occasions are decided. */
import type { Dossier } from '../../dossier/dossier.ts';
import type { Letter } from '../letter.ts';
import { decideLetters } from '../occasion/decide-letters.ts';
import type { LettersDecided } from '../occasion/decided.ts';
import type { LetterGrounds } from '../occasion/grounds.ts';
import { occasionsOf } from '../occasion/occasion.ts';
import { followLetters, type LettersFollowed } from './follow-letters.ts';
import type { LetterTurn } from './letter-turn.ts';

/** What is remembered of people once these letters have followed: what comes next is decided on that. */
const knowing = (grounds: LetterGrounds, { remembered }: LettersFollowed): LetterGrounds => {
  const people = new Map(grounds.known.people);
  for (const { person, traces, before } of remembered) people.set(person, { traces, version: before });
  return { ...grounds, known: { ...grounds.known, people } };
};

export const decideTurn = (
  turn: LetterTurn,
  standing: readonly Letter[],
  grounds: LetterGrounds,
): { dossier: Dossier; letters?: LettersDecided } => {
  const followed = followLetters(turn, standing, grounds);
  const isMoved = turn.dossier.movedTo !== undefined;
  const dossier: Dossier = { ...turn.dossier, lettersDecided: followed.marks };
  const occasions = isMoved ? [] : occasionsOf(dossier, grounds.table, grounds.fingerprint);
  const decided = decideLetters(occasions, { ...knowing(grounds, followed), dossier });
  const remembered = [...followed.remembered, ...decided.remembered];
  const none = [followed.none, decided.none].filter((one) => one !== undefined);
  return {
    dossier: { ...dossier, lettersDecided: [...followed.marks, ...occasions.map(({ mark }) => mark)] },
    letters: {
      ward: decided.ward,
      drafts: decided.drafts,
      rewritten: [...followed.rewritten, ...(decided.rewritten ?? [])],
      takenBack: [...followed.takenBack, ...decided.takenBack],
      remembered: [...new Map(remembered.map((one) => [one.person, one])).values()],
      ...(none.length > 0 && { none: none.join('; ') }),
    },
  };
};
