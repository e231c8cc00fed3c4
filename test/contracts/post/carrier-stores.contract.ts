import { describe, expect, it } from 'vitest';
import { plus, seconds } from '../../../shared/domain/values/instant.ts';
import { newOrder, type CarrierOrders } from '../../../shared/domain/post/carrier-orders/carrier-order.ts';
import type {
  CarrierCallback,
  CarrierCallbacks,
} from '../../../shared/domain/post/carrier-orders/carrier-callback.ts';
import { aJob, at } from '../../support/builders/post.ts';
import type { Bookmarks } from '../../../shared/domain/post/carrier-orders/bookmarks.ts';

const { jobId } = aJob();
const anOrder = (n = 1, given: object = {}) => ({
  ...newOrder('ghn', jobId, `BT${String(n).padStart(16, '0')}`, at('09:30')),
  ...given,
});

/** Every store of orders at carriers keeps these promises, whatever it is made of. */
export const keepsCarrierOrders = (name: string, open: () => Promise<CarrierOrders>) =>
  describe(`${name} keeps orders at carriers`, () => {
    it('puts an order once, and gives the first one back as it is now', async () => {
      const orders = await open();
      const noted = await orders.open(anOrder());
      expect(noted).toEqual(anOrder());
      const asked = await orders.move(noted, {
        happened: 'asked',
        at: at('09:31'),
        set: { askedAt: at('09:31') },
      });
      expect(await orders.open(anOrder())).toEqual(asked);
      expect(await orders.find('ghn', noted.reference)).toEqual(asked);
      expect(await orders.find('ghtk', noted.reference)).toBeUndefined();
    });

    it('lets one of two who read the same go on', async () => {
      const orders = await open();
      const noted = await orders.open(anOrder());
      const both = await Promise.all(
        ['09:31', '09:32'].map(async (time) => orders.move(noted, { happened: 'asked', at: at(time) })),
      );
      expect(both.filter((moved) => moved !== undefined)).toHaveLength(1);
      expect((await orders.find('ghn', noted.reference))?.revision).toBe(2);
    });

    it('makes no move that the table does not know', async () => {
      const orders = await open();
      const noted = await orders.open(anOrder());
      expect(await orders.move(noted, { happened: 'job-accepted', at: at('09:31') })).toBeUndefined();
      expect(await orders.find('ghn', noted.reference)).toEqual(noted);
    });

    it('finds again what somebody has to go on with, the longest waiting first, and nothing else', async () => {
      const orders = await open();
      const [first, second, later, done] = [
        anOrder(1, { dueAt: at('09:31') }),
        anOrder(2, { dueAt: at('09:30') }),
        anOrder(3, { dueAt: at('09:40') }),
        anOrder(4, { state: 'placed', trackingNumber: 'L1' }),
      ];
      for (const order of [first, second, later]) await orders.open(order);
      const placed = await orders.open(done);
      await orders.move(placed, { happened: 'job-accepted', at: at('09:31') });
      const due = await orders.due(at('09:32'), 10);
      expect(due.map(({ reference }) => reference)).toEqual([second.reference, first.reference]);
      expect(await orders.due(at('09:32'), 1)).toHaveLength(1);
    });
  });

const aWord = (id: string, given: Partial<CarrierCallback> = {}): CarrierCallback => ({
  id,
  partner: 'ghn',
  raw: '{"OrderCode":"L1","to":"Nguyễn Thị Hằng"}',
  from: 'call',
  heardAt: at('09:30'),
  tries: 0,
  ...given,
});

export const keepsCarrierWords = (name: string, open: () => Promise<CarrierCallbacks>) =>
  describe(`${name} keeps what carriers say`, () => {
    it('byte for byte, and the same once', async () => {
      const words = await open();
      const raw = '\u0000\u0001 không phải JSON ☃';
      expect(await words.keep(aWord('a', { raw, transaction: 't-1' }))).toBe('kept');
      expect(await words.keep(aWord('a'))).toBe('known');
      expect(await words.due(at('09:30'), 10)).toEqual([aWord('a', { raw, transaction: 't-1' })]);
    });

    it('reads it again when it is time, and counts how often', async () => {
      const words = await open();
      await words.keep(aWord('a'));
      await words.settle(aWord('a'), { again: at('09:35') });
      expect(await words.due(at('09:34'), 10)).toEqual([]);
      expect(await words.due(at('09:35'), 10)).toEqual([aWord('a', { tries: 1 })]);
    });

    it('lets somebody who read it earlier change nothing', async () => {
      const words = await open();
      await words.keep(aWord('a'));
      await words.settle(aWord('a'), { again: at('09:35') });
      await words.settle(aWord('a'), { ended: 'stuck', at: at('09:36') });
      expect(await words.due(at('09:35'), 10)).toEqual([aWord('a', { tries: 1 })]);
    });

    it('does not read again what has ended, nor keep it a second time', async () => {
      const words = await open();
      await words.keep(aWord('a'));
      await words.settle(aWord('a'), { ended: 'recorded', at: at('09:31') });
      expect(await words.due(at('23:00', 6), 10)).toEqual([]);
      expect(await words.keep(aWord('a'))).toBe('known');
    });

    it('keeps what is stuck for a person, and reads it anew when the person says so', async () => {
      const words = await open();
      for (const id of ['a', 'b']) await words.keep(aWord(id));
      await words.settle(aWord('a'), { ended: 'stuck', at: at('09:31') });
      await words.settle(aWord('b'), { ended: 'ownerless', at: at('09:31') });
      expect(await words.stuck(10)).toEqual([aWord('a')]);
      expect(await words.due(at('23:00', 6), 10)).toEqual([]);
      await words.readAnew(aWord('a'), at('12:00', 3));
      expect(await words.stuck(10)).toEqual([]);
      expect(await words.due(at('12:00', 3), 10)).toEqual([aWord('a', { heardAt: at('12:00', 3) })]);
    });

    it('gives the longest waiting first', async () => {
      const words = await open();
      for (const [index, id] of ['c', 'a', 'b'].entries())
        await words.keep(aWord(id, { heardAt: plus(at('09:30'), seconds(index)) }));
      expect((await words.due(at('09:40'), 10)).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    });
  });

export const keepsBookmarks = (name: string, open: () => Promise<Bookmarks>) =>
  describe(`${name} keeps bookmarks`, () => {
    it('each by its partner and name, where it was left', async () => {
      const bookmarks = await open();
      expect(await bookmarks.find('vnpost', 'feed')).toBeUndefined();
      expect(await bookmarks.move('vnpost', 'feed', undefined, { place: 'p-1', at: at('09:30') })).toBe(
        'moved',
      );
      expect(await bookmarks.find('vnpost', 'feed')).toEqual({ place: 'p-1', at: at('09:30'), version: 1 });
      expect(await bookmarks.find('vnpost', 'changes')).toBeUndefined();
      expect(await bookmarks.find('ghn', 'feed')).toBeUndefined();
    });

    it('moves one only from where it was read, so that of two workers one goes on', async () => {
      const bookmarks = await open();
      await bookmarks.move('vnpost', 'feed', undefined, { place: 'p-1', at: at('09:30') });
      const read = await bookmarks.find('vnpost', 'feed');
      const moves = await Promise.all(
        ['p-2', 'p-3', 'p-4'].map(async (place) =>
          bookmarks.move('vnpost', 'feed', read, { place, at: at('09:31') }),
        ),
      );
      expect(moves.toSorted()).toEqual(['conflict', 'conflict', 'moved']);
      expect(await bookmarks.move('vnpost', 'feed', undefined, { place: 'p-0', at: at('09:32') })).toBe(
        'conflict',
      );
      expect((await bookmarks.find('vnpost', 'feed'))?.version).toBe(2);
    });
  });
