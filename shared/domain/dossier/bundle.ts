/**
 * Dossiers filed together, such as "2 trong 1" (marriage and residence) or the birth bundle of NĐ 63/2024/NĐ-CP. The
 * family filed once and wants to come once: one word that all is received, one word when all is ready.
 */
import { type Dossier, fact } from './dossier.ts';
import type { DossierCode } from './dossier-code.ts';
import type { Step } from './rounds.ts';
import { type Status, statuses } from './statuses.ts';
import type { Ward } from '../values/ward.ts';

/** One dossier of a bundle, and every status it was known to have before the event in question. */
export type Member = { code: string; had: readonly Status[] };

/** A bundle as known so far: how many dossiers were filed in it, and those that have reported. */
export type Bundle = { parts: number; members: readonly Member[] };

/** What the family is told because of one event: the event itself, or that everything can be collected. */
export type BundleWord = 'itself' | 'all-ready';

const readyToCollect = ({ had }: Member): boolean => had.includes('completed') && !had.includes('returned');
const isOver = ({ had }: Member): boolean => had.some((status) => statuses[status].ends !== false);

/** A bundle as it is kept, by its ward and name. */
export type BundleRecord = Bundle & { ward: Ward; id: string };

/** The bundle this dossier belongs to, by its ward and name; undefined for a dossier filed alone. */
export const bundleOf = (dossier: Dossier): { ward: Ward; id: string; parts: number } | undefined => {
  const bundle = fact(dossier, 'bundle');
  return bundle === undefined ? undefined : { ward: dossier.ward, ...bundle };
};

/** The bundle once it knows every status this dossier had: joining twice changes nothing. */
export const joined = (bundle: BundleRecord, dossier: Dossier): BundleRecord => {
  const { code } = dossier;
  const known = bundle.members.find((member) => member.code === code)?.had ?? [];
  const had = [...new Set([...known, ...dossier.steps.map(({ status }) => status)])];
  const members = [...bundle.members.filter((member) => member.code !== code), { code, had }];
  return { ...bundle, members: members.toSorted((a, b) => (a.code < b.code ? -1 : 1)) };
};

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
): BundleWord[] => {
  const others = members.filter(({ code }) => code !== event.code);
  const othersAreOver = others.length >= parts - 1 && others.every(isOver);
  if (event.status === 'received')
    return others.some(({ had }) => had.includes('received')) ? [] : ['itself'];
  if (event.status === 'completed') return othersAreOver ? ['all-ready'] : [];
  const isLast = statuses[event.status].ends === 'without-result' && othersAreOver;
  return isLast && others.some(readyToCollect) ? ['itself', 'all-ready'] : ['itself'];
};

/** Those of a bundle whose result lies ready. */
export const readyIn = ({ members }: Bundle): DossierCode[] =>
  members.filter(readyToCollect).map(({ code }) => code as DossierCode);

/** The dossiers that one word speaks of: how many, and their codes as far as all are known. */
export type SpokenFor = { count: number; codes: readonly DossierCode[] };

/**
 * For whom a word about one dossier of a bundle speaks; undefined where it is that dossier's alone. When the first is
 * received, the others have not reported.
 */
export const spokenForBy = (
  bundle: Bundle | undefined,
  { ready, status }: { ready: boolean; status: Status },
): SpokenFor | undefined => {
  if (bundle === undefined) return undefined;
  if (!ready && status !== 'received') return undefined;
  const { members, parts } = bundle;
  if (!ready) {
    const all = members.map(({ code }) => code as DossierCode);
    return { count: Math.max(parts, all.length), codes: all.length >= parts ? all : [] };
  }
  const codes = readyIn(bundle);
  return codes.length > 1 ? { count: codes.length, codes } : undefined;
};

/** What a family is told because of one dossier's news: about which of its dossiers, and whether it is ready. */
export type Message = { about: DossierCode; ready: boolean };

/** What the family of a bundled dossier is told; undefined for a dossier filed alone, which speaks for itself. */
export const bundleNewsOf = (
  dossier: Dossier,
  news: Step,
  before: BundleRecord | undefined,
): Message[] | { silent: 'waits-for-bundle' | 'bundle-spoke-already' } | undefined => {
  const own = bundleOf(dossier);
  if (own === undefined) return undefined;
  const bundle = before ?? { ...own, members: [] };
  const ready = news.status === 'completed';
  const says = bundleSays(bundle, { code: dossier.code, status: news.status }).map((said): Message => {
    if (said === 'itself' || ready) return { about: dossier.code, ready };
    const waiting = bundle.members.find(readyToCollect);
    return { about: (waiting?.code ?? dossier.code) as DossierCode, ready: true };
  });
  if (says.length > 0) return says;
  return { silent: ready ? 'waits-for-bundle' : 'bundle-spoke-already' };
};

/** Dossiers filed together, as far as they have reported. */
export interface Bundles {
  find(ids: readonly { ward: Ward; id: string }[]): Promise<{ bundle: BundleRecord; version: number }[]>;
}
