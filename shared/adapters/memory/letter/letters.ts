import type { Instant } from '../../../domain/values/instant.ts';
import type { LettersDecided } from '../../../domain/letter/occasion/decided.ts';
import type { Letter } from '../../../domain/letter/letter.ts';
import { letterMoves, type LetterState } from '../../../domain/letter/moves.ts';
import type { Trace } from '../../../domain/letter/occasion/trace.ts';
import { letterSweptFrom, needsPaper } from '../../../domain/letter/sweep.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import type { LetterId } from '../../../domain/values/ids.ts';
import type { HumanAct, LetterName, Letters } from '../../../domain/letter/letters.ts';

/** Letters and what is remembered of whom, as a decision finds and leaves them. */
export type LetterShelf = {
  letters: Map<string, Letter>;
  people: Map<string, { traces: Trace[]; version: number }>;
  waiting: Map<string, Instant>;
  /** Whether everything is still as the decision has seen it. */
  allows(decided: LettersDecided): boolean;
  write(decided: LettersDecided, at: Instant): void;
};

const keyOf = ({ ward, id }: LetterName): string => `${ward} ${id}`;
const personOf = (ward: Ward, person: string): string => `${ward} ${person}`;

export const letterShelf = (): LetterShelf => {
  const letters: LetterShelf['letters'] = new Map();
  const people: LetterShelf['people'] = new Map();
  const waiting: LetterShelf['waiting'] = new Map();
  return {
    letters,
    people,
    waiting,
    allows: ({ ward, drafts, rewritten = [], takenBack, remembered }) =>
      rewritten.every(({ letter, from, version }) => {
        const found = letters.get(keyOf(letter));
        return found?.state === from && found.version === version;
      }) &&
      drafts.every((letter) => !letters.has(keyOf(letter))) &&
      takenBack.every(({ id, from }) => letters.get(keyOf({ ward, id }))?.state === from) &&
      remembered.every(({ person, before }) => (people.get(personOf(ward, person))?.version ?? 0) === before),
    write: ({ ward, drafts, rewritten = [], takenBack, remembered }, at) => {
      for (const { letter } of rewritten) {
        letters.set(keyOf(letter), letter);
        if (needsPaper(letter)) waiting.set(keyOf(letter), letterSweptFrom(letter));
        else waiting.delete(keyOf(letter));
      }
      for (const letter of drafts) {
        letters.set(keyOf(letter), letter);
        waiting.set(keyOf(letter), letterSweptFrom(letter));
      }
      for (const { id, to, reason, closes } of takenBack) {
        const key = keyOf({ ward, id });
        const closed = closes && { calendarClosed: true };
        letters.set(key, { ...letters.get(key)!, state: to, since: at, reason, ...closed });
        if (to !== 'held') waiting.delete(key);
      }
      for (const { person, traces, before } of remembered)
        people.set(personOf(ward, person), { traces, version: before + 1 });
    },
  };
};

/** Letters in memory: the same moves under the same conditions, each in one step. */
export const memoryLetters = ({ letters, people, waiting }: LetterShelf): Letters => {
  const audits = new Map<string, HumanAct[]>();
  const orderOf = ({ createdAt, id }: Letter): string => `${createdAt}#${id}`;
  const audit = (name: LetterName, act: HumanAct) =>
    audits.set(keyOf(name), [...(audits.get(keyOf(name)) ?? []), act]);
  const mayCome = (state: LetterState, what: keyof typeof letterMoves): boolean =>
    letterMoves[what].from.some((from) => from === state);

  return {
    known: async (asked) => ({
      states: new Map(
        asked.letters.flatMap((name): [string, LetterState][] => {
          const state = letters.get(keyOf(name))?.state;
          return state ? [[name.id, state]] : [];
        }),
      ),
      people: new Map(
        asked.people.flatMap(({ ward, person }): [string, { traces: Trace[]; version: number }][] => {
          const found = people.get(personOf(ward, person));
          return found ? [[person, found]] : [];
        }),
      ),
    }),

    find: async (names) => names.flatMap((name) => letters.get(keyOf(name)) ?? []),

    move: async (name, what, { at, version, reason, documents, waits, by }) => {
      const before = letters.get(keyOf(name));
      if (!before) return { is: 'unknown' };
      if (!mayCome(before.state, what) || (version !== undefined && version !== before.version))
        return { is: 'unchanged', state: before.state, version: before.version };
      const { reason: _reason, ...rest } = before;
      letters.set(keyOf(name), {
        ...rest,
        state: letterMoves[what].to,
        since: at,
        ...(reason !== undefined && { reason }),
        ...(documents && { documents }),
      });
      if (!waits) waiting.delete(keyOf(name));
      if (by !== undefined)
        audit(name, { by, what, at, version: version ?? 0, ...(reason !== undefined && { reason }) });
      return { is: 'moved' };
    },

    revise: async (letter, act) => {
      const before = letters.get(keyOf(letter));
      if (!before) return { is: 'unknown' };
      if (!mayCome(before.state, act.what) || before.version !== letter.version - 1)
        return { is: 'unchanged', state: before.state, version: before.version };
      const { reason: _reason, calendarClosed: _closed, ...revised } = letter;
      letters.set(keyOf(letter), { ...revised, state: 'drafted', documents: [] });
      waiting.set(keyOf(letter), letterSweptFrom(letter));
      audit(letter, act);
      return { is: 'moved' };
    },

    list: async (ward, { state, before = '~', limit }) => {
      const all = [...letters.values()]
        .filter((letter) => letter.ward === ward && (state === undefined || letter.state === state))
        .filter((letter) => orderOf(letter) < before)
        .toSorted((a, b) => (orderOf(a) > orderOf(b) ? -1 : 1));
      const page = all.slice(0, limit);
      return { letters: page, ...(all.length >= limit && { cursor: orderOf(page.at(-1)!) }) };
    },

    acts: async (name) => audits.get(keyOf(name)) ?? [],

    due: async (now, limit) =>
      [...waiting]
        .filter(([, since]) => since <= now)
        .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([key]) => {
          const [ward, id] = key.split(' ');
          return { ward: ward as Ward, id: id as LetterId };
        }),

    postpone: async (name, until) => {
      if (waiting.has(keyOf(name))) waiting.set(keyOf(name), until);
    },

    withCalendar: async (token) => [...letters.values()].find(({ calendar }) => calendar === token),
  };
};
