import { describe, expect, it } from 'vitest';
import { becauseOvertaken } from '../../../shared/domain/notification/has-left.ts';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { notificationId, type Notification } from '../../../shared/domain/notification/notification.ts';
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
import type { Notifications } from '../../../shared/domain/notification/notifications.ts';

const attempt = anAttempt();

/** Every store of notifications claims and records by these rules, whatever it is made of. */
export const keepsNotifications = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps notifications`, () => {
    describe('claims', () => {
      it('hands a due notification over whole, phone and text included', async () => {
        const { n, owed, id } = await owing(open);
        expect(await n.claim(id, attempt)).toEqual({
          is: 'ours',
          notification: { ...owed, state: 'sending', attempts: 1, attempt },
        });
      });

      it('lets one of two in who claim at the same moment', async () => {
        const { n, id, now } = await owing(open);
        const claims = await Promise.all([n.claim(id, anAttempt('a')), n.claim(id, anAttempt('b'))]);
        expect(claims.map(({ is }) => is).toSorted()).toEqual(['not-ours', 'ours']);
        expect((await now()).attempts).toBe(1);
      });

      it('knows its own claim again when the answer was lost', async () => {
        const { n, id } = await owing(open);
        const first = await n.claim(id, attempt);
        expect(await n.claim(id, attempt)).toEqual(first);
      });

      it('does not know its claim again once it was recorded', async () => {
        const { n, id } = await owing(open);
        await n.claim(id, attempt);
        await n.accepted(id, attempt, 'sns', 'sns-1');
        expect(await n.claim(id, attempt)).toEqual({ is: 'not-ours', state: 'sent' });
      });

      it('says whose it is not: of somebody else, or of nobody', async () => {
        const { n, id } = await owing(open);
        await n.claim(id, attempt);
        expect(await n.claim(id, anAttempt('attempt-2'))).toEqual({ is: 'not-ours', state: 'sending' });
        const nobody = notificationId({ ward, code: anEvent().dossierCode }, 'stopped@never', 'sms');
        expect(await n.claim(nobody, attempt)).toEqual({ is: 'not-ours' });
      });

      it('does not hand over before the time has come', async () => {
        const { n, id } = await owing(open, { dueAt: after(30) });
        expect(await n.claim(id, anAttempt('early', after(29)))).toEqual({ is: 'not-ours', state: 'queued' });
        expect(await n.claim(id, anAttempt('in-time', after(30)))).toMatchObject({ is: 'ours' });
      });

      it('leaves alone what nobody has begun to send, and says which those are', async () => {
        const { n, id } = await owing(open);
        const stranger = notificationId({ ward, code: anEvent().dossierCode }, 'never', 'sms');
        expect(await n.unsentAmong([])).toEqual([]);
        expect(await n.unsentAmong([id, stranger])).toEqual([id]);
        await n.claim(id, attempt);
        expect(await n.unsentAmong([id, stranger])).toEqual([]);
      });

      it.each([
        [becauseOvertaken, 1],
        ['opted-out', 0],
      ])('still knows of what was cancelled whether it was to be said otherwise: %s', async (why, count) => {
        const { n, id } = await owing(open);
        await n.cancelled(id, why);
        expect(await n.unsentAmong([id])).toHaveLength(count);
      });

      it('counts each attempt', async () => {
        const { n, id } = await owing(open);
        await n.claim(id, attempt);
        await n.notTaken(id, attempt, after(1), 'ThrottlingException');
        expect(await n.claim(id, anAttempt('attempt-2', after(1)))).toMatchObject({
          notification: { attempts: 2 },
        });
      });
    });

    describe('records', () => {
      it('what the carrier called it', async () => {
        const { n, id, now } = await owing(open);
        await n.claim(id, attempt);
        expect(await n.accepted(id, attempt, 'sns', 'sns-1')).toBe('moved');
        expect(await now()).toMatchObject({ state: 'sent', carrier: 'sns', reference: 'sns-1' });
        expect(await n.withReference('sns', 'sns-1')).toBe(id);
        expect(await n.withReference('zalo', 'sns-1')).toBeUndefined();
        expect(await n.withReference('sns', 'sns-2')).toBeUndefined();
      });

      it.each<[string, (n: Notifications, id: Notification['id']) => Promise<string>]>([
        ['accepted', (n, id) => n.accepted(id, anAttempt('stranger'), 'sns', 'sns-9')],
        ['not taken', (n, id) => n.notTaken(id, anAttempt('stranger'), after(1), 'busy')],
        ['refused', (n, id) => n.refused(id, anAttempt('stranger'), 'no')],
        ['doubted', (n, id) => n.doubted(id, anAttempt('stranger'), 'time-out')],
      ])('nothing for a stranger’s attempt: %s', async (_, happen) => {
        const { n, id, now } = await owing(open);
        await n.claim(id, attempt);
        expect(await happen(n, id)).toBe('unchanged');
        expect(await now()).toMatchObject({ state: 'sending', attempt });
      });

      it('nothing for a notification that does not exist', async () => {
        const { notifications: n } = await open();
        const id = notificationId({ ward, code: anEvent().dossierCode }, 'stopped@never', 'sms');
        expect(await n.accepted(id, attempt, 'sns', 'sns-1')).toBe('unchanged');
        expect(await n.settled(id, aReceipt())).toBe('unchanged');
        expect(await n.doubted(id, { staleSince: after(60) }, 'dead')).toBe('unchanged');
        expect(await n.ofDossier(ward, anEvent().dossierCode)).toEqual([]);
      });

      it('puts back what surely did not go out, until it is asked again', async () => {
        const { n, id, now } = await owing(open);
        await n.claim(id, attempt);
        expect(await n.notTaken(id, attempt, after(5), 'ThrottlingException')).toBe('moved');
        expect(await now()).toMatchObject({
          state: 'queued',
          dueAt: after(5),
          reason: 'ThrottlingException',
        });
        expect(await n.due(after(4), 10)).toEqual([]);
        expect(await n.due(after(5), 10)).toEqual([{ id, ward, waits: 'queued', since: after(5) }]);
      });

      it('why it was refused, and lets it rest', async () => {
        const { n, id, now } = await owing(open);
        await n.claim(id, attempt);
        await n.refused(id, attempt, 'InvalidParameter');
        expect(await now()).toMatchObject({ state: 'failed', reason: 'InvalidParameter' });
        expect(await n.due(after(600), 10)).toEqual([]);
      });

      it('a late answer of the same attempt settles the doubt the sweep had', async () => {
        const { n, id, now } = await owing(open);
        await n.claim(id, attempt);
        await n.doubted(id, { staleSince: after(1) }, 'the sender never reported back');
        expect(await n.accepted(id, attempt, 'sns', 'sns-1')).toBe('moved');
        expect(await now()).toMatchObject({ state: 'sent', reference: 'sns-1' });
        expect(await now()).not.toHaveProperty('reason', 'the sender never reported back');
        expect(await n.doubtsAbout(hangsPhone, nineOClock, after(60))).toEqual([]);
        expect(await n.withReference('sns', 'sns-1')).toBe(id);
      });
    });
  });
