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
