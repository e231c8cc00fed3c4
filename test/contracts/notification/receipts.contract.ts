import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { after, aReceipt } from '../cost/ward-day.ts';

/** Every store of receipts keeps these promises, whatever it is made of. */
export const keepsReceipts = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps receipts`, () => {
    it.each([aReceipt(), aReceipt({ to: undefined })])(
      'looks again when the time has come (to $to)',
      async (receipt) => {
        const { receipts } = await open();
        await receipts.keep(receipt, after(1), 0);
        expect(await receipts.overdue(after(0), 10)).toEqual([]);
        expect(await receipts.overdue(after(1), 10)).toEqual([{ receipt, tries: 0 }]);
      },
    );

    it('counts how often it has looked, and waits anew', async () => {
      const { receipts } = await open();
      await receipts.keep(aReceipt(), after(1), 0);
      await receipts.keep(aReceipt(), after(3), 1);
      expect(await receipts.overdue(after(2), 10)).toEqual([]);
      expect(await receipts.overdue(after(3), 10)).toEqual([{ receipt: aReceipt(), tries: 1 }]);
    });

    it('keeps the good and the bad word about one message apart', async () => {
      const { receipts } = await open();
      await receipts.keep(aReceipt(), after(1), 0);
      await receipts.keep(aReceipt({ outcome: 'undelivered' }), after(2), 0);
      const outcomes = (await receipts.overdue(after(2), 10)).map(({ receipt }) => receipt.outcome);
      expect(outcomes).toEqual(['delivered', 'undelivered']);
    });

    it.each(['applied', 'ownerless'] as const)('looks no more at one that is closed as %s', async (as) => {
      const { receipts } = await open();
      await receipts.keep(aReceipt(), after(1), 0);
      await receipts.close(aReceipt(), as);
      expect(await receipts.overdue(after(60), 10)).toEqual([]);
    });

    it('takes the closing of one it never kept in its stride', async () => {
      const { receipts } = await open();
      await receipts.close(aReceipt(), 'applied');
      expect(await receipts.overdue(after(60), 10)).toEqual([]);
    });

    it('names the longest waiting first, and no more than asked for', async () => {
      const { receipts } = await open();
      for (const minute of [3, 1, 4, 2, 5]) {
        await receipts.keep(aReceipt({ reference: `sns-${minute}` }), after(minute), 0);
      }
      const found = await receipts.overdue(after(60), 3);
      expect(found.map(({ receipt }) => receipt.reference)).toEqual(['sns-1', 'sns-2', 'sns-3']);
    });
  });
