/** What a family that filed together is told when the first is received, and when one of them is promised otherwise. */
import {
  type BundleRecord,
  isPromisedOtherwise,
  type Message,
  promisedTogether,
  spokenForBy,
} from '../dossier/bundle.ts';
import type { Dossier, Told } from '../dossier/dossier.ts';
import { promiseOf } from '../dossier/standing/promise.ts';
import type { Round } from '../dossier/rounds.ts';
import type { Waits } from './put-right/settle-told.ts';

type Telling = { news: Round; replaces: readonly Told[]; messages: Message[] };

/**
 * The messages by which a reception is told again: of one dossier alone where its day is another than the family was told;
 * a word that still waits goes on speaking of all.
 */
export const retold = (
  { news, replaces, messages }: Telling,
  dossier: Dossier,
  bundle: BundleRecord | undefined,
  waits: Waits,
): Message[] => {
  const isAlone =
    news.status === 'received' &&
    bundle !== undefined &&
    !(replaces.length > 0 && replaces.every(waits)) &&
    isPromisedOtherwise(bundle, dossier.code);
  return isAlone ? messages.map((message) => ({ ...message, alone: true })) : messages;
};

/** The bundle that knows what the family is told of receptions now. */
export const withSpoken = (
  bundle: BundleRecord | undefined,
  dossier: Dossier,
  said: readonly { news: Round; messages: readonly Message[] }[],
): BundleRecord | undefined => {
  const one = said.find(({ news }) => news.status === 'received')?.messages[0];
  if (bundle === undefined || one === undefined) return bundle;
  const promised = promiseOf(dossier);
  const own = promised === undefined ? {} : { own: promised };
  if (spokenForBy(bundle, { ...one, status: 'received' }) === undefined) {
    const isSpeaker = bundle.spoke?.code === dossier.code;
    return isSpeaker ? { ...bundle, spoke: { ...bundle.spoke!, ...own } } : bundle;
  }
  const all = promisedTogether(bundle);
  return { ...bundle, spoke: { code: dossier.code, ...own, ...(all !== undefined && { all }) } };
};
