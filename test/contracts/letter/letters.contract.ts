import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import type { Decision } from '../../../shared/domain/decision/decision.ts';
import type { LettersDecided } from '../../../shared/domain/letter/occasion/decided.ts';
import { compose } from '../../../shared/domain/letter/compose.ts';
import type { Letter } from '../../../shared/domain/letter/letter.ts';
import { letterMoves, LetterState, type LetterMove } from '../../../shared/domain/letter/moves.ts';
import { aBirthLetter, aCondolence } from '../../support/builders/letters.ts';
import { aDecision, after, anEvent, deciding, nineOClock, otherWard, ward } from '../cost/ward-day.ts';
import { LetterId } from '../../../shared/domain/values/ids.ts';

const id = LetterId.parse('a-letter-of-a-birth-42');
const otherId = LetterId.parse('a-letter-of-a-death-43');

export const aLetter = (differs: Partial<Letter> = {}): Letter => {
  const content = aBirthLetter();
  return {
    id,
    ward,
    kind: content.kind,
    dossierCode: anEvent().dossierCode,
    cause: anEvent().eventId,
    content,
    sheet: compose(content),
    version: 1,
    release: 'by-person',
    createdAt: nineOClock,
    state: 'drafted',
    since: nineOClock,
    documents: [],
    calendar: 'a-word-that-nobody-guesses',
    ...differs,
  };
};

const drafting = (...drafts: Letter[]): LettersDecided => ({ ward, drafts, takenBack: [], remembered: [] });
const trace = {
  as: 'child' as const,
  bornOn: '2026-02-20',
  letterId: id as string,
};

/** Accepts an event of a dossier of its own and answers its decision with these letters. */
const deciding1 = async (store: Store, number: number, letters: LettersDecided): Promise<Decision> => {
  const event = anEvent({ eventId: `event-${number}`, dossierCode: `H29.26-260302-${1000 + number}` });
  await store.events.accept(event);
  return { ...aDecision(event), letters };
};

const commit = async (store: Store, number: number, letters: LettersDecided) =>
  (await store.dossiers.commit([deciding([await deciding1(store, number, letters)])]))[0]!;

/** The ways from a draft into each state. */
const waysTo: Record<LetterState, LetterMove[]> = {
  drafted: [],
  stopped: ['character-missing'],
  rendered: ['rendered'],
  held: ['rendered', 'held'],
  released: ['rendered', 'released'],
  withdrawn: ['withdrawn'],
  printed: ['rendered', 'released', 'printed'],
  'handed-over': ['rendered', 'released', 'printed', 'handed-over'],
  posted: ['rendered', 'released', 'printed', 'posted'],
};
const inState = async (open: () => Promise<Store>, state: LetterState) => {
  const store = await open();
  await commit(store, 1, drafting(aLetter()));
  for (const what of waysTo[state])
    await store.letters.move({ ward, id }, what, { at: after(1), version: 1 });
  return store;
};

/** Every store of letters keeps these promises, whatever it is made of. */
export const keepsLetters = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps letters`, () => {
    it('gives a letter back as it was drafted, and to its own ward alone', async () => {
      const store = await open();
      const leaflet = compose(aCondolence());
      const letter = aLetter({ leaflet });
      expect(await commit(store, 1, drafting(letter))).toBe('committed');
      expect(await store.letters.find([{ ward, id }])).toEqual([letter]);
      expect(await store.letters.find([{ ward: otherWard, id }])).toEqual([]);
      const [event] = await store.events.find(ward, [anEvent({ eventId: 'event-1' }).eventId]);
      expect(event?.outcome).toMatchObject({ letters: [id] });
    });

    it('remembers why there is none', async () => {
      const store = await open();
      await commit(store, 1, { ...drafting(), none: 'declined' });
      const [event] = await store.events.find(ward, [anEvent({ eventId: 'event-1' }).eventId]);
      expect(event?.outcome).toMatchObject({ letters: [], noLetter: 'declined' });
    });

    it('writes one of two letters for one person event, whether they come together or in turn', async () => {
      const store = await open();
      const both = [
        deciding([await deciding1(store, 1, drafting(aLetter()))]),
        deciding([await deciding1(store, 2, drafting(aLetter()))]),
      ];
      expect((await store.dossiers.commit(both)).map(String).toSorted()).toEqual(['committed', 'conflict']);
      expect(await commit(store, 3, drafting(aLetter()))).toBe('conflict');
    });

    it('remembers births and deaths under their version, so that a race is noticed', async () => {
      const store = await open();
      const remembered = { person: 'p-1', traces: [trace], before: 0 };
      const asked = { letters: [], people: [{ ward, person: 'p-1' }] };
      expect((await store.letters.known(asked)).people.get('p-1')).toBeUndefined();
      expect(await commit(store, 1, { ...drafting(), remembered: [remembered] })).toBe('committed');
      expect((await store.letters.known(asked)).people.get('p-1')).toEqual({ traces: [trace], version: 1 });
      expect(await commit(store, 2, { ...drafting(), remembered: [remembered] })).toBe('conflict');
      const more = { person: 'p-1', traces: [trace, { ...trace, letterId: 'x' }], before: 1 };
      expect(await commit(store, 3, { ...drafting(), remembered: [more] })).toBe('committed');
      expect((await store.letters.known(asked)).people.get('p-1')?.version).toBe(2);
    });

    it('takes a letter back in the state it was seen in, closes its calendar, and notices a race', async () => {
      const store = await inState(open, 'released');
      const back = {
        id,
        from: 'released' as const,
        to: 'withdrawn' as const,
        reason: 'child-died' as const,
        closes: true as const,
      };
      expect(await commit(store, 2, { ...drafting(), takenBack: [{ ...back, from: 'rendered' }] })).toBe(
        'conflict',
      );
      expect(await commit(store, 3, { ...drafting(), takenBack: [back] })).toBe('committed');
      expect(await store.letters.find([{ ward, id }])).toMatchObject([
        { state: 'withdrawn', calendarClosed: true, reason: 'child-died' },
      ]);
      expect((await store.letters.known({ letters: [{ ward, id }], people: [] })).states.get(id)).toBe(
        'withdrawn',
      );
    });

    it('writes the next version of a letter with the decision that it follows from, and notices a race', async () => {
      const store = await inState(open, 'released');
      const [before] = await store.letters.find([{ ward, id }]);
      const letter = { ...before!, version: 2, state: 'drafted' as const, documents: [], since: after(5) };
      const next = { letter, from: 'released' as const, version: 1 };
      expect(await commit(store, 2, { ...drafting(), rewritten: [{ ...next, version: 9 }] })).toBe(
        'conflict',
      );
      expect(await commit(store, 3, { ...drafting(), rewritten: [{ ...next, from: 'held' }] })).toBe(
        'conflict',
      );
      expect(await commit(store, 4, { ...drafting(), rewritten: [next] })).toBe('committed');
      expect(await store.letters.find([{ ward, id }])).toEqual([letter]);
      expect(await store.letters.due(after(60), 9)).toEqual([{ ward, id }]);
      const note = { at: after(6), because: 'corrected' as const, what: ['recipient'] };
      const noted = { ...letter, state: 'printed' as const, toldWrongly: note };
      await store.letters.move({ ward, id }, 'rendered', { at: after(6), version: 2 });
      await store.letters.move({ ward, id }, 'released', { at: after(6), version: 2 });
      await store.letters.move({ ward, id }, 'printed', { at: after(6), version: 2 });
      const marked = [{ letter: noted, from: 'printed' as const, version: 2 }];
      expect(await commit(store, 5, { ...drafting(), rewritten: marked })).toBe('committed');
      expect(await store.letters.find([{ ward, id }])).toMatchObject([{ toldWrongly: note }]);
    });

    it.each(
      LetterState.options.flatMap((state) =>
        (Object.keys(letterMoves) as LetterMove[])
          .filter((what) => what !== 'revised')
          .map((what) => ({ state, what })),
      ),
    )('moves a $state letter that is $what by the move table alone', async ({ state, what }) => {
      const store = await inState(open, state);
      const legal = letterMoves[what].from.some((from) => from === state);
      const moved = await store.letters.move({ ward, id }, what, { at: after(9), version: 1, by: 'clerk' });
      expect(moved).toEqual(legal ? { is: 'moved' } : { is: 'unchanged', state, version: 1 });
      const [letter] = await store.letters.find([{ ward, id }]);
      expect(letter?.state).toBe(legal ? letterMoves[what].to : state);
      expect(await store.letters.acts({ ward, id })).toEqual(
        legal ? [{ by: 'clerk', what, at: after(9), version: 1 }] : [],
      );
    });

    it('moves no letter that is not there, and none of another version', async () => {
      const store = await inState(open, 'rendered');
      const change = { at: after(9), version: 2, by: 'clerk' };
      expect(await store.letters.move({ ward, id }, 'released', change)).toMatchObject({ is: 'unchanged' });
      expect(await store.letters.move({ ward: otherWard, id }, 'released', change)).toEqual({
        is: 'unknown',
      });
      expect(await store.letters.acts({ ward, id })).toEqual([]);
    });

    it('keeps what a clerk gave as reason, and forgets it with the next move', async () => {
      const store = await inState(open, 'rendered');
      await store.letters.move({ ward, id }, 'held', { at: after(2), version: 1, by: 'a', reason: 'chờ ký' });
      expect(await store.letters.find([{ ward, id }])).toMatchObject([{ reason: 'chờ ký', since: after(2) }]);
      await store.letters.move({ ward, id }, 'released', { at: after(3), version: 1, by: 'b' });
      expect((await store.letters.find([{ ward, id }]))[0]).not.toHaveProperty('reason');
      expect(await store.letters.acts({ ward, id })).toEqual([
        { by: 'a', what: 'held', at: after(2), version: 1, reason: 'chờ ký' },
        { by: 'b', what: 'released', at: after(3), version: 1 },
      ]);
    });

    it('takes a person’s new version on the one before it, to be rendered again', async () => {
      const store = await inState(open, 'withdrawn');
      const content = aBirthLetter({ recipient: 'Gia đình bé Diệp' });
      const next = aLetter({
        content,
        sheet: compose(content),
        version: 2,
        since: after(5),
        revisedAt: after(5),
        calendarClosed: true,
      });
      const act = { by: 'clerk', what: 'revised' as const, at: after(5), version: 2, reason: 'trùng tên' };
      expect(await store.letters.revise({ ...next, version: 3 }, act)).toMatchObject({ is: 'unchanged' });
      expect(await store.letters.revise(next, act)).toEqual({ is: 'moved' });
      const { calendarClosed: _closed, ...kept } = next;
      expect(await store.letters.find([{ ward, id }])).toEqual([kept]);
      expect(await store.letters.due(after(60), 10)).toEqual([{ ward, id }]);
      expect(await store.letters.acts({ ward, id })).toEqual([act]);
    });

    it('lists a ward’s letters newest first, page by page, of one state or of all', async () => {
      const store = await open();
      const names = Array.from({ length: 5 }, (_, index) =>
        LetterId.parse(`a-letter-of-a-birth-${10 + index}`),
      );
      for (const [index, each] of names.entries()) {
        await commit(store, index, drafting(aLetter({ id: each, createdAt: after(index) })));
      }
      await store.letters.move({ ward, id: names[4]! }, 'rendered', { at: after(9), version: 1 });
      const idsOf = ({ letters }: { letters: Letter[] }) => letters.map((letter) => letter.id);
      expect(idsOf(await store.letters.list(ward, { limit: 10 }))).toEqual(names.toReversed());
      expect(idsOf(await store.letters.list(ward, { state: 'rendered', limit: 10 }))).toEqual([names[4]]);
      const first = await store.letters.list(ward, { state: 'drafted', limit: 2 });
      expect(idsOf(first)).toEqual([names[3], names[2]]);
      const second = await store.letters.list(ward, { state: 'drafted', limit: 3, before: first.cursor });
      expect(idsOf(second)).toEqual([names[1], names[0]]);
      expect(second.cursor).toBeUndefined();
      expect(idsOf(await store.letters.list(otherWard, { limit: 10 }))).toEqual([]);
    });

    it('waits for the clock until it is rendered, or released where a rule does that', async () => {
      const store = await open();
      await commit(store, 1, drafting(aLetter()));
      await commit(store, 2, drafting(aLetter({ id: otherId, release: 'automatic' })));
      expect(await store.letters.due(after(1), 10)).toEqual([]);
      expect(await store.letters.due(after(2), 10)).toHaveLength(2);
      await store.letters.move({ ward, id }, 'rendered', { at: after(3), version: 1 });
      await store.letters.move({ ward, id: otherId }, 'rendered', { at: after(3), version: 1, waits: true });
      expect(await store.letters.due(after(9), 10)).toEqual([{ ward, id: otherId }]);
      await store.letters.postpone({ ward, id: otherId }, after(20));
      await store.letters.postpone({ ward, id }, after(20));
      expect(await store.letters.due(after(19), 10)).toEqual([]);
      expect(await store.letters.due(after(20), 10)).toEqual([{ ward, id: otherId }]);
      await store.letters.move({ ward, id: otherId }, 'released', { at: after(21), version: 1 });
      expect(await store.letters.due(after(60), 10)).toEqual([]);
    });

    it('finds a letter by its family’s secret word', async () => {
      const store = await inState(open, 'printed');
      expect((await store.letters.withCalendar('a-word-that-nobody-guesses'))?.id).toBe(id);
      expect(await store.letters.withCalendar('another-word-altogether')).toBeUndefined();
    });
  });
