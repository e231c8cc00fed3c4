import type { SmsCarrierName } from '../../../../shared/adapters/carriers/sms/names.ts';
import { esms } from './carriers/esms.ts';
import { eum } from './carriers/eum.ts';
import type { Protocol } from './protocol.ts';
import { sns } from './carriers/sns.ts';
import { speedsms } from './carriers/speedsms.ts';
import { vnpt } from './carriers/vnpt.ts';
import { zalo } from './carriers/zalo.ts';

const protocols = { eum, sns, esms, speedsms, vnpt, zalo } as const satisfies Record<
  SmsCarrierName,
  () => Protocol
>;

/** All carriers on one port: path and headers tell them apart. Each has a memory of its own, and all write one ledger. */
export const everyProtocol = (): Protocol[] => Object.values(protocols).map((begin) => begin());
