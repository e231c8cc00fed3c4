/**
 * Every carrier of SMS that there is an adapter for. This is the only list: stages, the local run, its simulator and
 * the help text read it, and every table over carriers is typed by it, so a new name does not compile until each has
 * its row.
 */
export const smsCarrierNames = ['sns', 'eum', 'esms', 'speedsms', 'vnpt', 'zalo'] as const;
export type SmsCarrierName = (typeof smsCarrierNames)[number];

/** Carriers that want an account of their own; the two of AWS go by the function's role. */
export type GatewayName = Exclude<SmsCarrierName, 'sns' | 'eum'>;

/** Who hands citizens' messages over to us: the names that an office's inbox may be given under. */
export const inboundProviders = ['inbound', 'speedsms', 'zalo'] as const;
export type InboundProvider = (typeof inboundProviders)[number];

/** What each calls an inbox, and how to say so; under any other name no message would ever find it. */
export const inboxNames: Record<InboundProvider, { like: RegExp; means: string }> = {
  inbound: { like: /^[\w.+-]{1,40}$/, means: 'the number as the aggregator writes it, such as 8099' },
  speedsms: { like: /^speedsms$/, means: '`speedsms`: it does not say which number was written to' },
  zalo: { like: /^\d{5,25}$/, means: 'the official account’s id, digits alone' },
};

/**
 * The longest that each one’s `take` lasts, in milliseconds: connecting and answering, and for Zalo a token renewed before.
 * The time of the function that asks them follows from it.
 */
export const longestTakes: Record<SmsCarrierName, number> = {
  sns: 4_000,
  eum: 4_000,
  esms: 4_000,
  speedsms: 4_000,
  vnpt: 4_000,
  zalo: 8_000,
};
