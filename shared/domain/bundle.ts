/**
 * Dossiers filed together, such as "2 trong 1" (marriage and residence) or the birth bundle of NĐ 63/2024/NĐ-CP. The
 * family filed once and wants to come once: one word that all is received, one word when all is ready.
 */
import { type Status, statuses } from './statuses.ts';

/** One dossier of a bundle, and every status it was known to have before the event in question. */
export type Member = { code: string; had: readonly Status[] };

/** A bundle as known so far: how many dossiers were filed in it, and those that have reported. */
export type Bundle = { parts: number; members: readonly Member[] };

/** What the family is told because of one event: the event itself, or that everything can be collected. */
export type BundleNews = 'itself' | 'all-ready';

const readyToCollect = ({ had }: Member): boolean => had.includes('completed') && !had.includes('returned');
const isOver = ({ had }: Member): boolean => had.some((status) => statuses[status].ends !== false);

/**
 * What the family is told of this event of one member; an empty list is silence. The first member to be received
 * speaks for all. The last to be settled calls the family, also when that last one was refused or withdrawn while
 * another's result lies ready. Everything else concerns one dossier and is told at once.
 *
 * A dossier that has not reported yet is waited for, so a bundle whose count is too high never calls by itself.
 */
export const bundleSays = (
  { parts, members }: Bundle,
  event: { code: string; status: Status },
): BundleNews[] => {
  const others = members.filter(({ code }) => code !== event.code);
  const othersAreOver = others.length >= parts - 1 && others.every(isOver);
  if (event.status === 'received')
    return others.some(({ had }) => had.includes('received')) ? [] : ['itself'];
  if (event.status === 'completed') return othersAreOver ? ['all-ready'] : [];
  const isLast = statuses[event.status].ends === 'without-result' && othersAreOver;
  return isLast && others.some(readyToCollect) ? ['itself', 'all-ready'] : ['itself'];
};
