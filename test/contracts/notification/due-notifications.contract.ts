import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { notificationId } from '../../../shared/domain/notification/notification.ts';
import {
  after,
  anAttempt,
  anEvent,
  anOwedNotification,
  nineOClock,
  otherWard,
  owing,
  ward,
} from '../cost/ward-day.ts';

/** Every store of notifications knows what is due and what belongs to a dossier, whatever it is made of. */
export const listsNotifications = (name: string, open: () => Promise<Store>) =>
  describe(`${name} lists notifications`, () => {
    it('those of one dossier, oldest first, and of no other', async () => {
      const store = await open();
      const told = async (minute: number, given: Parameters<typeof anEvent>[0]) => {
        const event = anEvent({ ...given, occurredAt: after(minute) });
        const owed = await anOwedNotification(store, { createdAt: after(minute) }, event);
        return owed.id;
      };
      const first = await told(1, { dossierCode: 'H29.26-260302-0001' });
      await told(2, { eventId: 'event-2', dossierCode: 'H29.26-260302-0002' });
      await told(2, { ward: otherWard });
      const [found] = await store.dossiers.find([{ ward, code: anEvent().dossierCode }]);
      const later = anEvent({ eventId: 'event-3', occurredAt: after(0) });
      const second = {
        ...(await store.notifications.ofDossier(ward, anEvent().dossierCode))[0]!,
        id: notificationId({ ward, code: later.dossierCode }, `completed@${later.occurredAt}`, 'sms'),
        createdAt: after(3),
      };
      await store.events.accept(later);
      const decision = {
        eventId: later.eventId,
        dossier: found!.dossier,
        notifications: [second],
        overtaken: [],
      };
      await store.dossiers.commit([{ before: 1, decisions: [decision], decidedAt: after(3) }]);
      const listed = await store.notifications.ofDossier(ward, anEvent().dossierCode);
      expect(listed.map(({ id }) => id)).toEqual([first, second.id]);
    });

    it('what was due at once only a minute later, since the doorbell has just been rung', async () => {
      const { n, id } = await owing(open);
      expect(await n.due(nineOClock, 10)).toEqual([]);
      expect(await n.due(after(1), 10)).toEqual([{ id, ward, waits: 'queued', since: after(1) }]);
    });

    it('what is due later when its time has come', async () => {
      const { n, id } = await owing(open, { dueAt: after(45) });
      expect(await n.due(after(44), 10)).toEqual([]);
      expect(await n.due(after(45), 10)).toEqual([{ id, ward, waits: 'queued', since: after(45) }]);
    });

    it('what is being sent, since its attempt began', async () => {
      const { n, id } = await owing(open);
      await n.claim(id, anAttempt('attempt-1', after(3)));
      expect(await n.due(after(2), 10)).toEqual([]);
      expect(await n.due(after(3), 10)).toEqual([{ id, ward, waits: 'sending', since: after(3) }]);
    });

    it('the longest waiting first, and no more than asked for', async () => {
      const store = await open();
      const ids: Record<number, string> = {};
      for (const minute of [30, 10, 20, 50, 40]) {
        const event = anEvent({ eventId: `at-${minute}`, dossierCode: `H29.26-260302-00${minute}` });
        ids[minute] = (await anOwedNotification(store, { dueAt: after(minute) }, event)).id;
      }
      const due = await store.notifications.due(after(60), 3);
      expect(due.map(({ id }) => id)).toEqual([ids[10], ids[20], ids[30]]);
    });
  });
