import {
  type CarrierOrder,
  takeOrderStep,
  type CarrierOrders,
} from '../../../domain/post/carrier-orders/carrier-order.ts';
import type {
  CarrierCallback,
  CallbackEnding,
  CarrierCallbacks,
} from '../../../domain/post/carrier-orders/carrier-callback.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { Bookmark, Bookmarks } from '../../../domain/post/carrier-orders/bookmarks.ts';

/** Orders at carriers in memory: every method is one moment. */
export const memoryCarrierOrders = (): CarrierOrders & { all(): CarrierOrder[] } => {
  const orders = new Map<string, CarrierOrder>();
  const keyOf = (partner: string, reference: string): string => `${partner}#${reference}`;
  return {
    open: async (order) => {
      const key = keyOf(order.partner, order.reference);
      if (!orders.has(key)) orders.set(key, order);
      return orders.get(key)!;
    },
    find: async (partner, reference) => orders.get(keyOf(partner, reference)),
    move: async (order, step) => {
      const key = keyOf(order.partner, order.reference);
      const moved = takeOrderStep(order, step);
      if (!moved || orders.get(key)?.revision !== order.revision) return undefined;
      orders.set(key, moved);
      return moved;
    },
    due: async (now, limit) =>
      [...orders.values()]
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .toSorted((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))
        .slice(0, limit),
    all: () => [...orders.values()],
  };
};

type Kept = { word: CarrierCallback; dueAt?: Instant; ended?: CallbackEnding };

export const memoryCarrierWords = (): CarrierCallbacks & { all(): Kept[] } => {
  const words = new Map<string, Kept>();
  return {
    keep: async (word) => {
      if (words.has(word.id)) return 'known';
      words.set(word.id, { word, dueAt: word.heardAt });
      return 'kept';
    },
    due: async (now, limit) =>
      [...words.values()]
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .toSorted((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))
        .slice(0, limit)
        .map(({ word }) => word),
    settle: async ({ id, tries }, what) => {
      const kept = words.get(id);
      if (kept?.dueAt === undefined || kept.word.tries !== tries) return;
      const { word } = kept;
      if ('again' in what) words.set(id, { word: { ...word, tries: tries + 1 }, dueAt: what.again });
      else words.set(id, { word, ended: what.ended });
    },
    stuck: async (limit) =>
      [...words.values()]
        .filter(({ ended }) => ended === 'stuck')
        .map(({ word }) => word)
        .toSorted((a, b) => (a.heardAt < b.heardAt ? -1 : 1))
        .slice(0, limit),
    readAnew: async ({ id, tries }, at) => {
      const kept = words.get(id);
      if (kept?.ended === 'stuck' && kept.word.tries === tries)
        words.set(id, { word: { ...kept.word, heardAt: at, tries: 0 }, dueAt: at });
    },
    all: () => [...words.values()],
  };
};

export const memoryBookmarks = (): Bookmarks => {
  const bookmarks = new Map<string, Bookmark>();
  return {
    find: async (partner, name) => bookmarks.get(`${partner}#${name}`),
    move: async (partner, name, before, to) => {
      const key = `${partner}#${name}`;
      if (bookmarks.get(key)?.version !== before?.version) return 'conflict';
      bookmarks.set(key, { ...to, version: (before?.version ?? 0) + 1 });
      return 'moved';
    },
  };
};
