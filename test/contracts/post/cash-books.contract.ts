import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../shared/domain/values/day.ts';
import { baoTin } from '../../../shared/domain/post/tracking/carriers/bao-tin.ts';
import type { Confirmation, Confirmations } from '../../../shared/domain/post/money/confirm-cash.ts';
import { receivingReturn } from '../../../shared/domain/post/job/ends/redispatch.ts';
import { accepting, claiming } from '../../../shared/domain/post/job/lease.ts';
import { recordTracking } from '../../../shared/flows/post/tracking/record-tracking.ts';
import { aClaim, aClock, aJob, aScan, at, ward } from '../../support/builders/post.ts';
import type { CashBooks } from '../../../shared/domain/post/money/cash-book.ts';
import type { DispatchJobs } from '../../../shared/domain/post/job/dispatch-jobs.ts';

type Stores = { jobs: DispatchJobs; books: CashBooks };
const vnpost = { partner: 'vnpost' };
const day = dayOf(at('12:00'));

/** Every store of jobs keeps the books with them. */
export const keepsCashBooks = (name: string, open: () => Promise<Stores>) =>
  describe(`${name} keeps the cash book`, () => {
    const accepted = async () => {
      const stores = await open();
      const { jobId } = aJob();
      await stores.jobs.create(aJob());
      await stores.jobs.step(vnpost, jobId, claiming(at('09:30'), aClaim('claim-0001')));
      const unbooked = await stores.books.open({ ward });
      await stores.jobs.step(vnpost, jobId, accepting(at('10:00'), { leaseEpoch: 1 }, 'RR123456785VN'));
      const clock = aClock(at('12:01'));
      const scan = (code: string, more: object = {}) =>
        recordTracking({ ...stores, clock })('vnpost', aScan(code, at('12:00'), more), baoTin);
      return { ...stores, jobId, unbooked, scan };
    };

    it('from the acceptance on, and shows it to the ward and the partner it concerns', async () => {
      const { books, unbooked, jobId } = await accepted();
      expect(unbooked).toEqual([]);
      const slip = {
        partner: 'vnpost',
        ward,
        jobId,
        trackingNumber: 'RR123456785VN',
        account: 'due',
        since: at('10:00'),
        delivered: false,
        due: 30_000,
      };
      expect(await books.open({ ward })).toEqual([slip]);
      expect(await books.open(vnpost)).toEqual([slip]);
      expect(await books.open({ ward: '29926' })).toEqual([]);
      expect(await books.open({ partner: 'ghn' })).toEqual([]);
      expect(await books.bookings(vnpost, day)).toMatchObject([{ what: 'moved', to: 'due', due: 30_000 }]);
      expect(await books.bookings({ ward }, dayOf(at('12:00', 2)))).toEqual([]);
    });

    it('in the same write as the scan that brings the cash, once however often it comes', async () => {
      const { books, scan } = await accepted();
      const cash = { eventId: 'e-1', cod: { collected: 30_000 } };
      await scan('delivered', cash);
      expect(await scan('delivered', cash)).toMatchObject({ outcome: 'DUPLICATE' });
      expect(await books.open({ ward })).toMatchObject([
        { account: 'collected', collected: 30_000, delivered: true, since: at('12:00') },
      ]);
      const moves = await books.bookings({ ward }, day);
      expect(moves.map((move) => move.what === 'moved' && [move.from, move.to, move.collected])).toEqual([
        [undefined, 'due', 0],
        ['due', 'collected', 30_000],
      ]);
    });

    it('and takes the slip away when nobody owes anything any more', async () => {
      const { jobs, books, scan, jobId } = await accepted();
      await scan('returned', { reason: 'refused' });
      const job = (await jobs.find({ ward }, jobId))!;
      const step = receivingReturn(job, {}, at('13:00'));
      if (typeof step === 'string') throw new Error(step);
      await jobs.step({ ward }, jobId, step);
      expect(await books.open({ ward })).toEqual([]);
      expect((await books.bookings(vnpost, day)).at(-1)).toMatchObject({ from: 'due', to: 'waived' });
    });

    it('and a line that nobody knows once for its id', async () => {
      const { books } = await open();
      const line = {
        bookingId: 'r-1#0003',
        partner: 'vnpost',
        ward: '',
        day,
        at: at('12:00'),
        trackingNumber: 'RR000000014VN',
        what: 'unplaced' as const,
        remittanceId: 'r-1',
        outcome: 'UNMATCHED' as const,
        amount: 30_000,
      };
      await books.note([line]);
      await books.note([line]);
      expect(await books.bookings(vnpost, day)).toEqual([line]);
    });
  });

/** Every store of confirmations keeps these promises. */
export const keepsConfirmations = (name: string, open: () => Promise<Confirmations>) =>
  describe(`${name} keeps confirmations`, () => {
    it('once for the ward and its id', async () => {
      const confirmations = await open();
      const confirmation: Confirmation = {
        ward,
        client: 'desk-1',
        at: at('15:00'),
        jobIds: ['a', 'b'],
        request: {
          confirmationId: 'c-1',
          partner: 'vnpost',
          remittanceId: 'r-1',
          total: 60_000,
          confirmedBy: 'Chị Lan',
        },
      };
      expect(await confirmations.open(confirmation)).toEqual({ is: 'opened' });
      const other = { ...confirmation, jobIds: ['c'] };
      expect(await confirmations.open(other)).toEqual({ is: 'existing', confirmation });
      expect(await confirmations.find(ward, 'c-1')).toEqual(confirmation);
      expect(await confirmations.find('29926', 'c-1')).toBeUndefined();
    });
  });
