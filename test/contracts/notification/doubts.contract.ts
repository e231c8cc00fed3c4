import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
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
} from '../cost/ward-day.ts';

const attempt = anAttempt();

/** Every store of notifications names its doubts and lets receipts settle them, whatever it is made of. */
export const settlesDoubts = (name: string, open: () => Promise<Store>) =>
  describe(`${name} settles notifications`, () => {
    describe('doubts', () => {
      it('an attempt that began too long ago, and no other', async () => {
        const { n, id, now } = await owing(open);
        await n.claim(id, attempt);
        expect(await n.doubted(id, { staleSince: attempt.at }, 'dead')).toBe('unchanged');
        expect(await n.doubted(id, { staleSince: after(1) }, 'dead')).toBe('moved');
        expect(await now()).toMatchObject({ state: 'unknown', reason: 'dead' });
        expect(await n.due(after(600), 10)).toEqual([]);
      });

      it('are found by phone and by when the attempt began, both ends included', async () => {
        const { n, id } = await owing(open);
        await n.claim(id, anAttempt('attempt-1', after(10)));
        expect(await n.doubtsAbout(hangsPhone, after(0), after(60))).toEqual([]);
        await n.doubted(id, anAttempt('attempt-1', after(10)), 'time-out');
        expect(await n.doubtsAbout(hangsPhone, after(10), after(60))).toEqual([id]);
        expect(await n.doubtsAbout(hangsPhone, after(0), after(10))).toEqual([id]);
        expect(await n.doubtsAbout(hangsPhone, after(11), after(60))).toEqual([]);
        expect(await n.doubtsAbout(hangsPhone, after(0), after(9))).toEqual([]);
        expect(await n.doubtsAbout('+84987654321', after(0), after(60))).toEqual([]);
      });

      it('are known by their attempt, to carriers that give back nothing else', async () => {
        const { n, id } = await owing(open);
        await n.claim(id, attempt);
        expect(await n.withAttempt(attempt.id)).toBeUndefined();
        await n.doubted(id, attempt, 'time-out');
        expect(await n.withAttempt(attempt.id)).toBe(id);
        expect(await n.withAttempt('attempt-2')).toBeUndefined();
      });

      it('that nobody reported back are known by their attempt too', async () => {
        const { n, id } = await owing(open);
        await n.claim(id, attempt);
        await n.doubted(id, { staleSince: after(1) }, 'dead');
        expect(await n.withAttempt(attempt.id)).toBe(id);
      });

      it('about one phone are all found, whatever ward they are of', async () => {
        const { store, n, id } = await owing(open);
        const elsewhere = await anOwedNotification(store, {}, anEvent({ ward: otherWard }));
        for (const each of [id, elsewhere.id]) {
          await n.claim(each, anAttempt(each));
          await n.doubted(each, anAttempt(each), 'time-out');
        }
        const found = await n.doubtsAbout(hangsPhone, nineOClock, nineOClock);
        expect(found.toSorted()).toEqual([id, elsewhere.id].toSorted());
      });
    });

    describe('receipts', () => {
      it('may overtake our own record', async () => {
        const { n, id, now } = await owing(open);
        await n.claim(id, attempt);
        expect(await n.settled(id, aReceipt())).toBe('moved');
        expect(await n.accepted(id, attempt, 'sns', 'sns-1')).toBe('unchanged');
        expect(await now()).toMatchObject({ state: 'delivered', carrier: 'sns', reference: 'sns-1' });
      });

      it('settle a doubt', async () => {
        const { n, id, now } = await owing(open);
        await n.claim(id, attempt);
        await n.doubted(id, attempt, 'time-out');
        const receipt = aReceipt({ outcome: 'undelivered', detail: 'Phone is on a blocked list' });
        expect(await n.settled(id, receipt)).toBe('moved');
        expect(await now()).toMatchObject({
          state: 'undelivered',
          reference: 'sns-1',
          reason: 'Phone is on a blocked list',
        });
        expect(await n.doubtsAbout(hangsPhone, nineOClock, after(60))).toEqual([]);
        expect(await n.due(after(600), 10)).toEqual([]);
      });

      it('that come twice find their notification again, and change nothing', async () => {
        const { n, id } = await owing(open);
        await n.claim(id, attempt);
        await n.accepted(id, attempt, 'sns', 'sns-1');
        await n.settled(id, aReceipt());
        expect(await n.withReference('sns', 'sns-1')).toBe(id);
        expect(await n.settled(id, aReceipt())).toBe('unchanged');
      });

      it('of another attempt change nothing', async () => {
        const { n, id, now } = await owing(open);
        await n.claim(id, attempt);
        await n.accepted(id, attempt, 'sns', 'sns-2');
        expect(await n.settled(id, aReceipt({ reference: 'sns-1' }))).toBe('unchanged');
        expect(await now()).toMatchObject({ state: 'sent', reference: 'sns-2' });
      });
    });
  });
