/**
 * Dossiers filed together, such as "2 trong 1" (marriage and residence) or the birth bundle of NĐ 63/2024/NĐ-CP. The
 * family filed once and wants to come once: one word that all is received, one word when all is ready.
 */
import { type Dossier, fact } from './dossier.ts';
import type { DossierCode } from './dossier-code.ts';
import type { Step } from './rounds.ts';
import { promiseOf } from './standing/promise.ts';
import { type Status, statuses } from './statuses.ts';
import type { Instant } from '../values/instant.ts';
import type { Ward } from '../values/ward.ts';

/** One dossier of a bundle, every status it was known to have before the event in question, and when it is promised. */
export type Member = { code: string; had: readonly Status[]; promised?: Instant };

/** What the family was told when the first was received: who spoke, its own date then, and the date said for all. */
export type Spoke = { code: string; own?: Instant; all?: Instant };

/** A bundle as known so far: how many dossiers were filed in it, and those that have reported. */
export type Bundle = { parts: number; members: readonly Member[]; spoke?: Spoke };

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
  return withMember(bundle, dossier, had);
};

const withMember = (bundle: BundleRecord, dossier: Dossier, had: readonly Status[]): BundleRecord => {
  const { code } = dossier;
  const promised = promiseOf(dossier);
  const member = { code, had, ...(promised !== undefined && { promised }) };
  const members = [...bundle.members.filter((one) => one.code !== code), member];
  return { ...bundle, members: members.toSorted((a, b) => (a.code < b.code ? -1 : 1)) };
};

/**
 * The bundle that knows for when these dossiers of it are promised, though nothing was decided on them yet: what was filed
 * together is mostly reported together, and the first of them speaks for all.
 */
export const foreseeing = (bundle: BundleRecord, dossiers: readonly Dossier[]): BundleRecord =>
  dossiers.reduce((known, dossier) => {
    const had = known.members.find(({ code }) => code === dossier.code)?.had ?? [];
    return withMember(known, dossier, had);
  }, bundle);

/** For when all of them are promised; undefined where one has not said, or says another minute. */
export const promisedTogether = ({ parts, members }: Bundle): Instant | undefined => {
  const [first, ...others] = members.map(({ promised }) => promised);
  const isAll = members.length >= parts && others.every((one) => one?.slice(0, 16) === first?.slice(0, 16));
  return isAll ? first : undefined;
};

/**
 * Whether this dossier is promised for another day than the family was told when the first was received. Where no day was
 * said, the slips said it: only the one that spoke is known to have had another.
 */
export const isPromisedOtherwise = ({ members, spoke }: Bundle, of: string): boolean => {
  const said = spoke?.code === of ? spoke.own : spoke?.all;
  const promised = members.find(({ code }) => code === of)?.promised;
  return said !== undefined && promised !== undefined && said.slice(0, 16) !== promised.slice(0, 16);
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

/** The dossiers that one word speaks of: how many, their codes as far as all are known, and for when all are promised. */
export type SpokenFor = { count: number; codes: readonly DossierCode[]; promised?: Instant };

/**
 * For whom a word about one dossier of a bundle speaks; undefined where it is that dossier's alone. When the first is
 * received, the others have not reported.
 */
export const spokenForBy = (
  bundle: Bundle | undefined,
  { ready, status, alone = false }: { ready: boolean; status: Status; alone?: boolean },
): SpokenFor | undefined => {
  if (bundle === undefined || alone) return undefined;
  if (!ready && status !== 'received') return undefined;
  const { members, parts } = bundle;
  if (!ready) {
    const all = members.map(({ code }) => code as DossierCode);
    const promised = promisedTogether(bundle);
    return {
      count: Math.max(parts, all.length),
      codes: all.length >= parts ? all : [],
      ...(promised !== undefined && { promised }),
    };
  }
  const codes = readyIn(bundle);
  return codes.length > 1 ? { count: codes.length, codes } : undefined;
};

/** What a family is told because of one dossier's news: about which, whether it is ready, and whether of no other one. */
export type Message = { about: DossierCode; ready: boolean; alone?: boolean };

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
  if (news.status === 'received' && isPromisedOtherwise(joined(bundle, dossier), dossier.code))
    return [{ about: dossier.code, ready, alone: true }];
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
