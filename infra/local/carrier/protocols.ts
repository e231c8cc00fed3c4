import type { SmsCarrierName } from '../../../shared/adapters/carriers/sms/names.ts';
import { esms } from './esms.ts';
import { eum } from './eum.ts';
import type { Protocol } from './protocol.ts';
import { sns } from './sns.ts';
import { speedsms } from './speedsms.ts';
import { vnpt } from './vnpt.ts';
import { zalo } from './zalo.ts';

const protocols = { eum, sns, esms, speedsms, vnpt, zalo } as const satisfies Record<
  SmsCarrierName,
  () => Protocol
>;

/** All carriers on one port: path and headers tell them apart. Each has a memory of its own, and all write one ledger. */
export const everyProtocol = (): Protocol[] => Object.values(protocols).map((begin) => begin());
