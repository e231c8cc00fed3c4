import * as z from 'zod';
import type { TokenPairs } from '../../domain/office/token-pairs.ts';
import { EsmsAccount, esmsCarrier } from './sms/esms/carrier.ts';
import type { GatewayName } from './sms/names.ts';
import { SpeedsmsAccount, speedsmsCarrier } from './sms/speedsms/carrier.ts';
import { VnptAccount, vnptCarrier } from './sms/vnpt/carrier.ts';
import { ZaloAccount, zaloCarrier } from './sms/zalo/carrier.ts';
import { ZaloApp, zaloTokens } from './sms/zalo/tokens.ts';
import { ZaloWebhook } from './sms/zalo/callback.ts';
import type { Carrier } from '../../domain/notification/carrier.ts';
import type { Secrets } from '../../domain/values/vault.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { NewId } from '../../domain/values/ids.ts';

/** A word nobody guesses: what stands in the path of a callback that is not signed. */
const Word = z.string().regex(/^[\w-]{24,128}$/, 'letters, digits, _ and -, 24 to 128 of them');

/**
 * How one caller proves itself: the word, and its addresses where it has told us any. While one word is exchanged for another
 * both open (`also`), so that no call is lost whichever of them the caller uses just now.
 */
export const Proof = z.strictObject({
  word: Word,
  also: Word.optional(),
  addresses: z.array(z.string()).default([]),
});
export type Proof = z.infer<typeof Proof>;

/** What callers prove themselves with. Whoever is not named here is a stranger. */
export const CallbackProofs = z.strictObject({
  esms: Proof.optional(),
  speedsms: Proof.optional(),
  zalo: ZaloWebhook.optional(),
  /** Aggregators that hand over citizens' SMS. */
  inbound: Proof.optional(),
});
export type CallbackProofs = z.infer<typeof CallbackProofs>;

/** The one secret in which all gateway accounts are kept, as JSON. A gateway that is not named is not used. */
export const GatewayAccounts = z.strictObject({
  esms: EsmsAccount.optional(),
  speedsms: SpeedsmsAccount.optional(),
  vnpt: VnptAccount.optional(),
  zalo: z.strictObject({ account: ZaloAccount.prefault({}), app: ZaloApp }).optional(),
  callbacks: CallbackProofs.prefault({}),
} satisfies Record<GatewayName | 'callbacks', z.ZodType>);
export type GatewayAccounts = z.infer<typeof GatewayAccounts>;

/** Reads the accounts; what is wrong with them is said without quoting any. */
export const readAccounts = async (secrets: Secrets, name: string): Promise<GatewayAccounts> => {
  const text = await secrets.read(name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words quote the text.
    throw new Error('the secret with the gateway accounts is not JSON');
  }
  const accounts = GatewayAccounts.safeParse(value);
  if (accounts.success) return accounts.data;
  const wrong = accounts.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
  throw new Error(`the secret with the gateway accounts is wrong: ${wrong.join('; ')}`);
};

type Ports = { tokens: TokenPairs; clock: Clock; newId: NewId };

/** A carrier for each gateway we have an account with, by its name. */
export const gatewayCarriers = (
  { esms, speedsms, vnpt, zalo }: GatewayAccounts,
  ports: Ports,
): Record<GatewayName, Carrier | undefined> => ({
  esms: esms && esmsCarrier(esms),
  speedsms: speedsms && speedsmsCarrier(speedsms),
  vnpt: vnpt && vnptCarrier(vnpt),
  zalo: zalo && zaloCarrier(zalo.account, zaloTokens({ ...ports, app: zalo.app })),
});
