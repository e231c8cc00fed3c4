import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import type { Day } from '../../../shared/domain/values/day.ts';
import type { Notification } from '../../../shared/domain/notification/notification.ts';
import { notificationId } from '../../../shared/domain/notification/notification.ts';
import type { E164 } from '../../../shared/domain/phone/read-phone.ts';
import { after, anAttempt, anEvent, aNotification, hangsPhone, ward } from '../cost/ward-day.ts';

const phone = hangsPhone as E164;
const since = '2026-03-02' as Day;
const cardOf = (used: number, before: number) => ({ before, after: { ward, phone, day: { since, used } } });
const code = anEvent().dossierCode;
const aWord = (word: string, given: Partial<Notification> = {}) =>
  aNotification(anEvent(), { id: notificationId({ ward, code }, word, 'sms'), ...given });

/** Every store owes what no dossier's decision owes once, and counts it if it owes it. */
export const owesWordsApart = (name: string, open: () => Promise<Store>) =>
  describe(`${name} owes words apart from decisions`, () => {
    const count = async (store: Store) => {
      const [found] = await store.phones.find([{ ward, phone }]);
      return found && { used: found.card.day.used, version: found.version };
    };

    it('once for their id, with the phone card that counts them', async () => {
      const store = await open();
      expect(await store.notifications.owe(aWord('job.delivered'), cardOf(1, 0))).toBe('owed');
      expect(await store.notifications.ofDossier(ward, code)).toEqual([aWord('job.delivered')]);
      expect(await count(store)).toEqual({ used: 1, version: 1 });
      expect(await store.notifications.owe(aWord('job.delivered'), cardOf(2, 1))).toBe('existing');
      expect(await count(store)).toEqual({ used: 1, version: 1 });
    });

    it('and neither, when the phone was counted meanwhile', async () => {
      const store = await open();
      await store.notifications.owe(aWord('job.handed-over'), cardOf(1, 0));
      expect(await store.notifications.owe(aWord('job.delivered'), cardOf(1, 0))).toBe('conflict');
      expect(await store.notifications.ofDossier(ward, code)).toHaveLength(1);
    });

    it('lets one of two count at a time', async () => {
      const store = await open();
      const both = await Promise.all(
        ['job.handed-over', 'job.delivered'].map((word) =>
          store.notifications.owe(aWord(word), cardOf(1, 0)),
        ),
      );
      expect(both.toSorted()).toEqual(['conflict', 'owed']);
      expect(await count(store)).toEqual({ used: 1, version: 1 });
    });

    it('to be sent when their time has come, or to be called out', async () => {
      const store = await open();
      await store.notifications.owe(aWord('job.handed-over'), cardOf(1, 0));
      const id = notificationId({ ward, code }, 'job.delivered', 'call-list');
      const call = aWord('', { id, channel: 'call-list', to: '02543852101', parts: 0 });
      expect(await store.notifications.owe(call)).toBe('owed');
      expect(await store.notifications.owe(call)).toBe('existing');
      expect(await store.notifications.due(after(10), 10)).toMatchObject([
        { id: aWord('job.handed-over').id, waits: 'queued' },
      ]);
      expect((await store.desk.list(ward, 'call-list', { now: after(10) })).items).toEqual([call]);
      expect(await store.notifications.claim(aWord('job.handed-over').id, anAttempt())).toMatchObject({
        is: 'ours',
      });
    });

    it('and keeps what a cap held back without counting it or sending it', async () => {
      const store = await open();
      const held = aWord('job.delivered', { state: 'suppressed', reason: 'cap: ward-day' });
      expect(await store.notifications.owe(held)).toBe('owed');
      expect(await store.notifications.due(after(10), 10)).toEqual([]);
      expect(await count(store)).toBeUndefined();
    });
  });
