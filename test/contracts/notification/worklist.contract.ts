import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import type { Day } from '../../../shared/domain/values/day.ts';
import type { E164 } from '../../../shared/domain/phone/read-phone.ts';
import type { Notification, NotificationAct } from '../../../shared/domain/notification/notification.ts';
import { notificationId } from '../../../shared/domain/notification/notification.ts';
import type { ActMove } from '../../../shared/domain/notification/acts.ts';
import {
  after,
  anAttempt,
  anEvent,
  anOwedNotification,
  aReceipt,
  hangsPhone,
  nineOClock,
  otherWard,
  owing,
  ward,
} from '../cost/ward-day.ts';
import { worklistPageSize } from '../../../shared/domain/notification/desk.ts';

const attempt = anAttempt();
const anAct = (what: NotificationAct['what'] = 'call'): NotificationAct => ({
  what,
  by: 'ward-client',
  at: after(5),
  reason: 'no-answer',
});
const unanswered: ActMove = { happened: 'call-unanswered', reason: 'no-answer', dueAt: after(180) };
const landline: Partial<Notification> = {
  channel: 'call-list',
  to: '02543852101',
  id: notificationId({ ward, code: anEvent().dossierCode }, 'completed@x', 'call-list'),
};
const idsOf = async (list: Promise<{ items: Notification[] }>) => (await list).items.map(({ id }) => id);

/** Every store shows a ward what somebody has to look after, and lets its people act once. */
export const laysOnTheDesk = (name: string, open: () => Promise<Store>) =>
  describe(`${name} lays on the desk`, () => {
    it('calls, once their time has come, and never hands them to a carrier', async () => {
      const { store, n, owed, id } = await owing(open, { ...landline, dueAt: after(20) });
      expect(await idsOf(store.desk.list(ward, 'call-list', { now: after(19) }))).toEqual([]);
      expect((await store.desk.list(ward, 'call-list', { now: after(20) })).items).toEqual([owed]);
      expect(await n.due(after(600), 10)).toEqual([]);
      expect(await n.claim(id, anAttempt('a', after(30)))).toMatchObject({ is: 'not-ours' });
    });

    it('nothing of another ward', async () => {
      const { store, id } = await owing(open, landline);
      expect(await idsOf(store.desk.list(otherWard, 'call-list', { now: after(1) }))).toEqual([]);
      expect(await store.desk.find(otherWard, id)).toBeUndefined();
      expect(await store.desk.find(ward, id)).toMatchObject({ to: '02543852101' });
    });

    it('a doubt until a receipt settles it', async () => {
      const { store, n, id } = await owing(open);
      await n.claim(id, attempt);
      await n.doubted(id, attempt, 'time-out');
      expect(await idsOf(store.desk.list(ward, 'unknown', { now: after(1) }))).toEqual([id]);
      await n.settled(id, aReceipt());
      expect(await idsOf(store.desk.list(ward, 'unknown', { now: after(1) }))).toEqual([]);
      expect(await idsOf(store.desk.list(ward, 'undelivered', { now: after(1) }))).toEqual([]);
    });

    it('what a carrier refused, and what did not arrive', async () => {
      const { store, n, id } = await owing(open);
      const other = await anOwedNotification(
        store,
        {},
        anEvent({ eventId: 'e-2', dossierCode: 'H29.26-260302-0002' }),
      );
      await n.claim(id, attempt);
      await n.refused(id, attempt, 'OPTED_OUT');
      await n.claim(other.id, anAttempt('attempt-2'));
      await n.accepted(other.id, anAttempt('attempt-2'), 'sns', 'sns-2');
      await n.settled(other.id, aReceipt({ reference: 'sns-2', outcome: 'undelivered' }));
      expect(await idsOf(store.desk.list(ward, 'failed', { now: after(1) }))).toEqual([id]);
      expect(await idsOf(store.desk.list(ward, 'undelivered', { now: after(1) }))).toEqual([other.id]);
    });

    it('page by page, the longest waiting first, each once', async () => {
      const store = await open();
      const count = worklistPageSize + 7;
      const ids: string[] = [];
      for (let at = 0; at < count; at += 1) {
        const code = `H29.26-260302-${1000 + at}`;
        const event = anEvent({ eventId: `e-${at}`, dossierCode: code });
        const id = notificationId({ ward, code: event.dossierCode }, 'completed@x', 'call-list');
        ids.push(id);
        await anOwedNotification(store, { ...landline, id, dueAt: after(at) }, event);
      }
      const first = await store.desk.list(ward, 'call-list', { now: after(count) });
      const second = await store.desk.list(ward, 'call-list', { now: after(count), cursor: first.cursor });
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
      expect(second.cursor).toBeUndefined();
    });

    it('a call again later when nobody answered, counted and with who rang', async () => {
      const { store, owed } = await owing(open, landline);
      expect(await store.desk.act(owed, unanswered, anAct())).toBe('moved');
      expect(await idsOf(store.desk.list(ward, 'call-list', { now: after(179) }))).toEqual([]);
      expect((await store.desk.list(ward, 'call-list', { now: after(180) })).items).toMatchObject([
        { attempts: 1, reason: 'no-answer', acts: [anAct()] },
      ]);
    });

    it('no call any more that was answered, cancelled or given up, and whom nobody reached among the undelivered', async () => {
      for (const happened of ['call-answered', 'cancelled', 'call-given-up'] as const) {
        const { store, owed } = await owing(open, landline);
        expect(await store.desk.act(owed, { happened, reason: 'x' }, anAct())).toBe('moved');
        expect(await idsOf(store.desk.list(ward, 'call-list', { now: after(600) }))).toEqual([]);
        const unheard = happened === 'call-given-up' ? [owed.id] : [];
        expect(await idsOf(store.desk.list(ward, 'undelivered', { now: after(600) }))).toEqual(unheard);
      }
    });

    it('one of two acts at the same moment, whoever was faster', async () => {
      const { store, owed } = await owing(open, landline);
      const both = await Promise.all([
        store.desk.act(owed, unanswered, anAct()),
        store.desk.act(owed, unanswered, anAct()),
      ]);
      expect(both.toSorted()).toEqual(['changed', 'moved']);
      expect((await store.desk.find(ward, owed.id))!.acts).toHaveLength(1);
    });

    it('a resent message back into the queue, as if it had never been out', async () => {
      const { store, n, id } = await owing(open);
      await n.claim(id, attempt);
      await n.doubted(id, attempt, 'time-out');
      const seen = (await store.desk.find(ward, id))!;
      const again: ActMove = { happened: 'resend-ordered', reason: 'asked', dueAt: after(10) };
      expect(await store.desk.act(seen, again, anAct('resend'))).toBe('moved');
      expect(await idsOf(store.desk.list(ward, 'unknown', { now: after(600) }))).toEqual([]);
      expect(await n.doubtsAbout(seen.to, nineOClock, after(600))).toEqual([]);
      expect(await n.due(after(11), 10)).toMatchObject([{ id, waits: 'queued' }]);
      expect(await n.claim(id, anAttempt('attempt-2', after(10)))).toMatchObject({
        is: 'ours',
        notification: { attempts: 2, acts: [anAct('resend')] },
      });
    });

    it('a resent message counted on its phone, or not resent', async () => {
      const { store, n, id } = await owing(open);
      await n.claim(id, attempt);
      await n.doubted(id, attempt, 'time-out');
      const seen = (await store.desk.find(ward, id))!;
      const again: ActMove = { happened: 'resend-ordered', reason: 'asked', dueAt: after(10) };
      const counted = (used: number, before: number) => ({
        before,
        after: { ward, phone: hangsPhone as E164, day: { since: '2026-03-02' as Day, used } },
      });
      const used = async () => {
        const [found] = await store.phones.find([{ ward, phone: hangsPhone as E164 }]);
        return found?.card.day.used;
      };
      expect(await store.desk.act(seen, again, anAct('resend'), counted(2, 1))).toBe('conflict');
      expect(await store.desk.find(ward, id)).toEqual(seen);
      expect(await store.desk.act(seen, again, anAct('resend'), counted(2, 0))).toBe('moved');
      expect(await used()).toBe(2);
      expect(await store.desk.act(seen, again, anAct('resend'), counted(3, 1))).toBe('changed');
      expect(await used()).toBe(2);
      expect(await n.claim(id, anAttempt('attempt-2', after(10)))).toMatchObject({
        is: 'ours',
        notification: { acts: [anAct('resend')] },
      });
    });

    it('nothing of the first message’s receipt on the second', async () => {
      const { store, n, id, now } = await owing(open);
      await n.claim(id, attempt);
      await n.doubted(id, attempt, 'time-out');
      const again: ActMove = { happened: 'resend-ordered', reason: 'asked', dueAt: after(10) };
      await store.desk.act((await store.desk.find(ward, id))!, again, anAct('resend'));
      await n.claim(id, anAttempt('attempt-2', after(10)));
      expect(await n.settled(id, aReceipt({ attempt: attempt.id }))).toBe('unchanged');
      expect(await now()).toMatchObject({ state: 'sending' });
    });
  });
