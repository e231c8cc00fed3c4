import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { ofNotifications } from '../../../shared/domain/api/work-by-state.ts';
import type { DeskList } from '../../../shared/domain/notification/acts.ts';
import { calledInstead, givenToTheOffice } from '../../../shared/domain/notification/lapse.ts';
import { inDoubt } from '../../../shared/domain/notification/restored/lost-time.ts';
import {
  mayMove,
  type Notification,
  notificationId,
  type NotificationMove,
  notificationMoves,
} from '../../../shared/domain/notification/notification.ts';
import type { Day } from '../../../shared/domain/values/day.ts';
import type { E164 } from '../../../shared/domain/phone/read-phone.ts';
import {
  after,
  anAttempt,
  anEvent,
  aReceipt,
  hangsPhone,
  nineOClock,
  owing,
  ward,
} from '../cost/ward-day.ts';

type Owing = Awaited<ReturnType<typeof owing>>;

const attempt = anAttempt();
const held: Partial<Notification> = { heldBy: 'phone-day', reason: 'cap: phone-day', dueAt: after(60) };
const landline: Partial<Notification> = {
  channel: 'call-list',
  to: '02543852101',
  id: notificationId({ ward, code: anEvent().dossierCode }, 'completed@x', 'call-list'),
};
const anAct = { what: 'call', by: 'ward-1', at: after(5), reason: 'no-answer' } as const;

const claimed = async ({ n, id }: Owing) => void (await n.claim(id, attempt));
const sent = async (each: Owing) => {
  await claimed(each);
  await each.n.accepted(each.id, attempt, 'sns', 'sns-1');
};

/** Every move into a state that needs a person, or that leaves a call to be made: how it comes about, on what, and its list. */
const walks: Partial<
  Record<
    NotificationMove,
    { of?: Partial<Notification>; list: DeskList; go: (each: Owing) => Promise<unknown> }
  >
> = {
  refused: {
    list: 'failed',
    go: async (each) => {
      await claimed(each);
      await each.n.refused(each.id, attempt, 'x');
    },
  },
  doubted: {
    list: 'unknown',
    go: async (each) => {
      await claimed(each);
      await each.n.doubted(each.id, attempt, 'x');
    },
  },
  'may-have-left': { list: 'unknown', go: ({ n, id }) => n.changed(id, inDoubt) },
  'receipt-undelivered': {
    list: 'undelivered',
    go: async (each) => {
      await sent(each);
      await each.n.settled(each.id, aReceipt({ outcome: 'undelivered' }));
    },
  },
  'receipt-overdue': {
    list: 'unconfirmed',
    go: async (each) => {
      await sent(each);
      await each.n.unconfirmed(each.id);
    },
  },
  suppressed: { list: 'held-back', go: ({ n, id }) => n.changed(id, givenToTheOffice('cap: phone-day')) },
  'called-instead': {
    list: 'call-list',
    go: ({ n, id, owed }) => n.changed(id, calledInstead(owed, after(1), 'cap: phone-day')),
  },
  'call-unanswered': {
    of: landline,
    list: 'call-list',
    go: ({ store, owed }) =>
      store.desk.act(owed, { happened: 'call-unanswered', reason: 'x', dueAt: after(180) }, anAct),
  },
  'call-given-up': {
    of: landline,
    list: 'undelivered',
    go: ({ store, owed }) =>
      store.desk.act(owed, { happened: 'call-given-up', reason: 'wrong-number' }, anAct),
  },
};

const needsAPerson = (Object.keys(notificationMoves) as NotificationMove[]).filter(
  (move) => ofNotifications[notificationMoves[move].to] !== undefined,
);
const mayBeSettled = (move: NotificationMove): boolean => mayMove(notificationMoves[move].to, 'seen-to');
const idsOf = async (store: Store, which: DeskList) =>
  (await store.desk.list(ward, which, { now: after(600) })).items.map(({ id }) => id);

/** Every store shows what needs a person on a list, whichever move led there. */
export const losesNothing = (name: string, open: () => Promise<Store>) =>
  describe(`${name} loses nothing`, () => {
    it.each([...new Set([...needsAPerson, ...(Object.keys(walks) as NotificationMove[])])])(
      'that came by %s: it is on the list of those who need a person, and on no other',
      async (move) => {
        const { of, list, go } = walks[move]!;
        const owed = await owing(open, of);
        await go(owed);
        const lists = ['call-list', 'unknown', 'failed', 'undelivered', 'unconfirmed', 'held-back'] as const;
        for (const each of lists)
          expect([each, await idsOf(owed.store, each)]).toEqual([each, each === list ? [owed.id] : []]);
      },
    );

    it.each((Object.keys(walks) as NotificationMove[]).filter((move) => mayBeSettled(move)))(
      'that came by %s: it leaves its list when somebody saw to it otherwise, and keeps who and why',
      async (move) => {
        const { of, list, go } = walks[move]!;
        const owed = await owing(open, of);
        await go(owed);
        const seen = (await owed.store.desk.find(ward, owed.id))!;
        const act = { what: 'settle', by: 'ward-1', at: after(9), reason: 'rang myself' } as const;
        const order = { happened: 'seen-to', reason: act.reason } as const;
        expect(await owed.store.desk.act(seen, order, act)).toBe('moved');
        expect(await owed.store.desk.act(seen, order, act)).toBe('changed');
        expect(await idsOf(owed.store, list)).toEqual([]);
        const { state, acts = [], carrier } = (await owed.store.desk.find(ward, owed.id))!;
        expect([state, acts.at(-1), carrier]).toEqual(['settled', act, seen.carrier]);
      },
    );

    it.each([
      ['waits for the clock', {}],
      ['waits for room', held],
    ])('that %s: given to a person it leaves every other list and the clock', async (_, of) => {
      for (const change of [givenToTheOffice('x'), calledInstead({ to: hangsPhone }, after(1), 'x')]) {
        const { store, n, id } = await owing(open, of);
        expect(await n.changed(id, change)).toBe('moved');
        expect(await n.due(after(600), 10)).toEqual([]);
        expect(await n.changed(id, givenToTheOffice('again'))).toBe(
          change.happened === 'suppressed' ? 'unchanged' : 'moved',
        );
        expect(await idsOf(store, 'call-list')).toEqual([]);
        expect(await idsOf(store, 'held-back')).toEqual([id]);
      }
    });

    it('that a cap holds back: shown to the office, kept from the carrier, and due again when there is room', async () => {
      const { store, n, owed, id } = await owing(open, held);
      expect(await idsOf(store, 'held-back')).toEqual([id]);
      expect(await n.claim(id, anAttempt('a', after(60)))).toMatchObject({ is: 'not-ours', state: 'queued' });
      expect(await n.due(after(59), 10)).toEqual([]);
      expect(await n.due(after(60), 10)).toMatchObject([{ id, waits: 'held' }]);
      expect(await n.heldAmong([id])).toMatchObject([{ id, heldBy: 'phone-day' }]);
      const day = { since: '2026-03-02' as Day, used: 1 };
      const card = (before: number) => ({ before, after: { ward, phone: hangsPhone as E164, day } });
      expect(await n.release(owed, after(60), card(7))).toBe('conflict');
      expect(await n.release(owed, after(60), card(0))).toBe('moved');
      expect(await n.release(owed, after(60), card(1))).toBe('unchanged');
      expect(await idsOf(store, 'held-back')).toEqual([]);
      expect(await n.due(after(61), 10)).toMatchObject([{ id, waits: 'queued' }]);
      expect(await n.claim(id, anAttempt('a', after(60)))).toMatchObject({
        is: 'ours',
        notification: { releasedAt: after(60) },
      });
    });

    it('that a cap holds back and newer word overtakes: gone from the list and the clock', async () => {
      const { store, n, id } = await owing(open, held);
      expect(await n.postponed(id, after(120))).toBe('moved');
      expect(await n.due(after(119), 10)).toEqual([]);
      expect(await n.due(after(120), 10)).toMatchObject([{ waits: 'held' }]);
      expect(await n.cancelled(id, 'overtaken')).toBe('moved');
      expect(await idsOf(store, 'held-back')).toEqual([]);
      expect(await n.due(after(600), 10)).toEqual([]);
    });

    it('whose date is past: it is claimed by nobody until its words are changed', async () => {
      const undated = { text: 'without', parts: 1 };
      const lapse = { newsUntil: after(500), becomes: 'call' as const };
      const { n, id } = await owing(open, { goodUntil: after(10), lapse: { ...lapse, undated } });
      const late = anAttempt('a', after(11));
      expect(await n.claim(id, late)).toMatchObject({ is: 'not-ours', lapsed: { id } });
      const set = { ...undated, goodUntil: lapse.newsUntil, lapse };
      expect(await n.changed(id, { happened: 'reworded', set, remove: ['provider'] })).toBe('moved');
      expect(await n.due(after(12), 10)).toMatchObject([{ id, waits: 'queued' }]);
      expect(await n.claim(id, late)).toMatchObject({ is: 'ours', notification: { text: 'without' } });
    });

    it('before its date is past: it is claimed as it is', async () => {
      const { n, id } = await owing(open, {
        goodUntil: nineOClock,
        lapse: { newsUntil: nineOClock, becomes: 'work' },
      });
      expect(await n.claim(id, anAttempt('a', nineOClock))).toMatchObject({ is: 'ours' });
    });
  });
