import * as z from 'zod';
import type { Instant } from '../../../domain/values/instant.ts';
import type { PostalCarrier, PostalCarriers } from '../../../domain/post/partner/postal-carrier.ts';
import { Proof } from '../accounts.ts';
import { EmsAccount, ems } from './ems.ts';
import { GhnAccount, ghn } from './ghn.ts';
import { GhtkAccount, ghtk } from './ghtk.ts';
import { myVnPost } from './myvnpost.ts';
import { MyVnPostAccount } from './myvnpost-order.ts';
import { ViettelPostAccount, viettelPost } from './viettel-post.ts';
import { VnPostPublicPostAccount, vnPostPublicPost } from './vnpost-public-post.ts';
import type { Secrets } from '../../../domain/values/vault.ts';

const Account = z.discriminatedUnion('via', [
  VnPostPublicPostAccount,
  MyVnPostAccount,
  GhnAccount,
  ViettelPostAccount,
  GhtkAccount,
  EmsAccount,
]);
type Account = z.infer<typeof Account>;

/** What a partner's carrier is reached with, and what its calls to us prove themselves with, where it calls us. */
export const PostalAccount = z.strictObject({ account: Account, webhook: Proof.optional() });
export type PostalAccount = z.infer<typeof PostalAccount>;

/** The one secret with the accounts at postal carriers, as JSON, by the code of the partner that each stands for. */
export const PostalAccounts = z.record(z.string(), PostalAccount);
export type PostalAccounts = z.infer<typeof PostalAccounts>;

/** Reads the accounts; what is wrong with them is said without quoting any. */
export const readPostalAccounts = async (secrets: Secrets, name: string): Promise<PostalAccounts> => {
  const text = await secrets.read(name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words quote the text.
    throw new Error('the secret with the postal accounts is not JSON');
  }
  const accounts = PostalAccounts.safeParse(value);
  if (accounts.success) return accounts.data;
  const wrong = accounts.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
  throw new Error(`the secret with the postal accounts is wrong: ${wrong.join('; ')}`);
};

/** The carrier behind an account, in the interface that the account is for. */
export const carrierWith = (account: Account, clock: () => Instant): PostalCarrier => {
  switch (account.via) {
    case 'vnpost-public-post':
      return vnPostPublicPost(account, clock);
    case 'myvnpost':
      return myVnPost(account, clock);
    case 'ghn':
      return ghn(account);
    case 'viettel-post':
      return viettelPost(account);
    case 'ghtk':
      return ghtk(account);
    case 'ems':
      return ems(account);
  }
};

/** The carriers that we have accounts with, each made once. */
export const postalCarriers = (accounts: PostalAccounts, clock: () => Instant): PostalCarriers => {
  const carriers = new Map(
    Object.entries(accounts).map(([partner, { account }]) => [partner, carrierWith(account, clock)]),
  );
  return (partner) => carriers.get(partner);
};
