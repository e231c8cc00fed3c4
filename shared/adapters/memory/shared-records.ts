import type { BundleRecord, Bundles } from '../../domain/dossier/bundle.ts';
import type { PhoneCard } from '../../domain/notification/limits.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { type Shelf, shelve, versionOf } from './versioned.ts';
import {
  type Budgets,
  type CardWrite,
  isFull,
  type PhoneCards,
  type WardSpending,
  withCounts,
} from '../../domain/notification/spending.ts';

/** What decisions share beyond one dossier: bundles and phone cards, written with the dossiers. */
export type SharedRecords = { bundles: Shelf<BundleRecord>; phones: Shelf<PhoneCard> };

export const bundleName = ({ ward, id }: { ward: Ward; id: string }): string => `${ward} ${id}`;
export const phoneName = ({ ward, phone }: { ward: Ward; phone: string }): string => `${ward} ${phone}`;

/** Writes a phone card, unless somebody else has written it since it was read. */
export const counts = (phones: SharedRecords['phones'], { before, after }: CardWrite): boolean => {
  if (versionOf(phones, phoneName(after)) !== before) return false;
  shelve(phones, phoneName(after), after);
  return true;
};

export const memoryBundles = ({ bundles }: SharedRecords): Bundles => ({
  find: async (ids) =>
    ids.flatMap((one) => {
      const found = bundles.get(bundleName(one));
      return found ? [{ bundle: found.value, version: found.version }] : [];
    }),
});

export const memoryPhoneCards = ({ phones }: SharedRecords): PhoneCards => ({
  find: async (asked) =>
    asked.flatMap((one) => {
      const found = phones.get(phoneName(one));
      return found ? [{ card: found.value, version: found.version }] : [];
    }),
});

export const memoryBudgets = (): Budgets => {
  const shelf: Shelf<WardSpending['spent']> = new Map();
  return {
    of: async (wards) =>
      wards.map((ward) => ({ ward, spent: shelf.get(ward)?.value ?? {}, version: versionOf(shelf, ward) })),
    reserve: async ({ ward, spent, version }) => {
      if (versionOf(shelf, ward) !== version) return 'conflict';
      shelve(shelf, ward, spent);
      return 'reserved';
    },
    add: async ({ ward }, more, allowed) => {
      const standing = shelf.get(ward)?.value ?? {};
      if (isFull(standing, more, allowed)) return 'full';
      const spent = withCounts(standing, more);
      shelve(shelf, ward, spent);
      return { spent };
    },
  };
};
