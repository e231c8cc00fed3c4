import type { Instant } from '../../../domain/values/instant.ts';
import type { Receipt, Receipts } from '../../../domain/notification/receipt.ts';

const keyOf = ({ carrier, reference, outcome }: Receipt): string => `${carrier} ${reference} ${outcome}`;

/** Receipts in memory; a closed one is gone. */
export const memoryReceipts = (): Receipts => {
  const open = new Map<string, { receipt: Receipt; tries: number; lookAgainAt: Instant }>();
  return {
    keep: async (receipt, lookAgainAt, tries) => {
      open.set(keyOf(receipt), { receipt, tries, lookAgainAt });
    },
    overdue: async (now, limit) =>
      [...open.values()]
        .filter(({ lookAgainAt }) => lookAgainAt <= now)
        .toSorted((a, b) => (a.lookAgainAt < b.lookAgainAt ? -1 : 1))
        .slice(0, limit)
        .map(({ receipt, tries }) => ({ receipt, tries })),
    close: async (receipt) => {
      open.delete(keyOf(receipt));
    },
  };
};
