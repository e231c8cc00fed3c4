/**
 * Letters of a dossier whose facts were put right, or whose status was taken back: what has not left follows, and what
 * has is noted for a person. Asked before new occasions are decided.
 */
import { canonical } from '../../values/writing/canonical.ts';
import type { Letter } from '../letter.ts';
import type { LettersDecided, Remembered } from '../occasion/decided.ts';
import type { LetterGrounds } from '../occasion/grounds.ts';
import { lettersMarked } from '../occasion/occasion.ts';
import type { Trace, Traced } from '../occasion/trace.ts';
import { apologyFollows } from './apology-follows.ts';
import { familyFollows, familyOf, kinds, withoutOwn } from './family-follows.ts';
import { type Followed, takingBack } from './following.ts';
import type { LetterTurn } from './letter-turn.ts';

/** What follows, the marks that the dossier keeps from now on, and what is remembered of whom then. */
export type LettersFollowed = Pick<LettersDecided, 'takenBack' | 'remembered' | 'none'> &
  Required<Pick<LettersDecided, 'rewritten'>> & { marks: string[] };

/** Whether a letter that was withdrawn for this reason is written again when its occasion is reported again. */
export const mayComeAgain = (reason: string | undefined): boolean =>
  ['corrected', 'taken-back', 'moved'].includes(reason ?? '');

/** What is remembered under the keys of these people, once this letter tells of others. */
const rememberedAnew = (
  letter: Letter,
  people: readonly Traced[],
  traces: readonly Trace[],
  known: ReadonlyMap<string, { traces: readonly Trace[]; version: number }>,
): Remembered[] =>
  [...new Set(people.flatMap(({ keys }) => keys))].flatMap((person): Remembered[] => {
    const { traces: old = [], version = 0 } = known.get(person) ?? {};
    const own = people
      .filter(({ keys }) => keys.includes(person))
      .flatMap(({ trace }) =>
        traces.filter(({ as, name }) => as === trace.as && canonical(name) === canonical(trace.name)),
      );
    const next = [
      ...new Map([...withoutOwn(old, letter), ...own].map((one) => [canonical(one), one])).values(),
    ];
    return canonical(next) === canonical(old) ? [] : [{ person, traces: next, before: version }];
  });

/** The letters of this dossier, as they were read, after its turn. */
export const followLetters = (
  turn: LetterTurn,
  letters: readonly Letter[],
  grounds: LetterGrounds,
): LettersFollowed => {
  const { before, dossier } = turn;
  const done: LettersFollowed = {
    takenBack: [],
    rewritten: [],
    remembered: [],
    marks: dossier.lettersDecided ?? [],
  };
  const keep = ({ takenBack, rewritten }: Followed): void => {
    if (takenBack) done.takenBack.push(takenBack);
    if (rewritten) done.rewritten.push(rewritten);
  };
  const marked = lettersMarked(dossier, grounds.fingerprint);
  /** What was taken back may be reported again, and is then an occasion anew. */
  const forget = (letter: Letter): void => {
    const own = marked.filter(({ letterId }) => letterId === letter.id).map(({ mark }) => mark);
    done.marks = done.marks.filter((mark) => !own.includes(mark));
  };
  for (const letter of letters) {
    if (letter.state === 'withdrawn') {
      if (mayComeAgain(letter.reason)) forget(letter);
      continue;
    }
    if (dossier.movedTo !== undefined) {
      const followed = takingBack(letter, 'moved', grounds.now);
      keep(followed);
      if (followed.takenBack) forget(letter);
      continue;
    }
    if (letter.kind === 'apology') {
      const { mark, ...followed } = apologyFollows(letter, turn, grounds);
      keep(followed);
      if (mark !== undefined) done.marks = [...new Set([...done.marks, mark])];
      if (followed.takenBack) forget(letter);
      continue;
    }
    const [was, is] = [familyOf(before!, grounds), familyOf(dossier, grounds)];
    const { none, traces, ...followed } = familyFollows(letter, turn, grounds);
    keep(followed);
    if (none !== undefined) done.none = none;
    if (followed.takenBack) forget(letter);
    // Decided with this letter, whether it follows, or told wrongly, or the facts deserve none.
    const isKind = is !== undefined && kinds[is.event.kind] === letter.kind;
    if (isKind && (none !== undefined || !followed.takenBack))
      done.marks = [...new Set([...done.marks, is.mark])];
    const people = [...(was?.people ?? []), ...(is?.people ?? [])];
    done.remembered.push(...rememberedAnew(letter, people, traces, grounds.known.people));
  }
  return done;
};
