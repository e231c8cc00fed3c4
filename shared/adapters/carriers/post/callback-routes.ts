import type { CarrierCallback } from '../../../domain/post/carrier-orders/carrier-callback.ts';
import type { CarrierTold } from '../../../domain/post/partner/postal-carrier.ts';
import type { CarrierInterface } from '../../../domain/post/partner/carrier-interfaces.ts';
import { comesFrom, isSame, knowsWord } from '../callback-source.ts';
import { jsonOf } from '../../../domain/values/wire/exact-json.ts';
import { readEmsCall } from './ems.ts';
import { readGhnCall } from './ghn.ts';
import { readGhtkCall } from './ghtk.ts';
import type { PostalAccounts } from './accounts.ts';
import { readViettelPostCall, viettelPostToken } from './viettel-post.ts';
import { readFeedRow } from './vnpost-public-post.ts';

/** A postal carrier calls us: which partner and word stand in the path, whence, and the body as it came. */
export type PostalCall = {
  partner: string;
  word: string;
  address: string;
  transaction?: string;
  body: string;
};

/**
 * Whether a call is from the carrier whose partner it names. None of them signs: an unguessable word in the path proves
 * it, its addresses where they are known, and Viettel Post's own token, where it can be read. What cannot be read is
 * still the carrier's word and is kept.
 */
export const provePostalCall =
  (accounts: PostalAccounts) =>
  ({
    partner,
    word,
    address,
    transaction,
    body,
  }: PostalCall): { is: 'stranger' } | { is: 'word'; raw: string; transaction?: string } => {
    const known = Object.hasOwn(accounts, partner) ? accounts[partner] : undefined;
    const proof = known?.webhook;
    if (!known || !proof || !knowsWord(word, proof) || !comesFrom(address, proof.addresses))
      return { is: 'stranger' };
    const { account } = known;
    if (account.via === 'viettel-post' && account.webhookToken !== undefined) {
      const token = viettelPostToken(jsonOf(body));
      if (token !== undefined && !isSame(token, account.webhookToken)) return { is: 'stranger' };
    }
    const named = account.via === 'ems' && transaction !== undefined && transaction.length <= 120;
    return { is: 'word', raw: body, ...(named && { transaction }) };
  };

const noCalls = (): CarrierTold => ({ is: 'nothing', what: 'no-webhook' });

/** How each carrier's calls are read. GHTK sends a form, and JSON where it was asked to. */
const calls: Readonly<Record<CarrierInterface, (raw: string, transaction?: string) => CarrierTold>> = {
  'vnpost-public-post': noCalls,
  myvnpost: noCalls,
  ghn: (raw) => readGhnCall(jsonOf(raw)),
  'viettel-post': (raw) => readViettelPostCall(jsonOf(raw)),
  ghtk: (raw) => readGhtkCall(jsonOf(raw) ?? Object.fromEntries(new URLSearchParams(raw))),
  ems: (raw, transaction) => readEmsCall(jsonOf(raw), transaction),
};

/** What kept words of a carrier mean; never throws. */
export const readPostalCallback = (
  via: CarrierInterface,
  { raw, transaction, from }: CarrierCallback,
): CarrierTold[] => {
  if (from === 'call') return [calls[via](raw, transaction)];
  return [via === 'vnpost-public-post' ? readFeedRow(jsonOf(raw)) : { is: 'unreadable', why: 'no-feed' }];
};
