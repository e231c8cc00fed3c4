import type { CarrierReport, Heard } from '../../../domain/inbound/carrier-report.ts';
import type { InboundMessage } from '../../../domain/inbound/message.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import { jsonOf } from '../../../domain/values/wire/exact-json.ts';
import type { CallbackProofs, Proof } from '../accounts.ts';
import { comesFrom, knowsWord } from '../callback-source.ts';
import { readEsmsCallback } from './esms/callback.ts';
import { readHttpMessage } from './inbound-http.ts';
import { readSpeedsmsMessage, readSpeedsmsReport } from './speedsms/callback.ts';
import { readZaloEvent } from './zalo/callback.ts';

/** Somebody calls us: what stands in path, query, headers and body, and the address the call comes from. */
export type Call = {
  word?: string;
  address: string;
  query: Readonly<Record<string, string | undefined>>;
  contentType?: string;
  signature?: string;
  body: string;
};

const knows = ({ word = '', address }: Call, proof: Proof | undefined): boolean =>
  proof !== undefined && knowsWord(word, proof) && comesFrom(address, proof.addresses);

const heardAs = (report: CarrierReport | undefined, message?: InboundMessage): Heard => {
  if (report !== undefined) return { is: 'report', report };
  return message === undefined ? { is: 'unreadable' } : { is: 'message', message };
};

type Hears = (call: Call, proofs: CallbackProofs, at: Instant) => Heard;

/** Where gateways and aggregators call us, and how each is heard: first the proof, then the words. */
export const callbacks = {
  'GET /callbacks/esms/{secret}': (call, { esms }, at) =>
    knows(call, esms) ? heardAs(readEsmsCallback(call.query, at)) : { is: 'stranger' },

  'POST /callbacks/speedsms/{secret}': (call, { speedsms }, at) => {
    if (!knows(call, speedsms)) return { is: 'stranger' };
    const body = jsonOf(call.body);
    return heardAs(readSpeedsmsReport(body, at), readSpeedsmsMessage(body, at));
  },

  'POST /callbacks/zalo': ({ body, signature }, { zalo }, at) => {
    if (zalo === undefined) return { is: 'stranger' };
    const event = readZaloEvent(body, signature, zalo, at);
    return event.is === 'forged' ? { is: 'stranger' } : event;
  },

  'POST /inbound/sms/{secret}': (call, { inbound }, at) => {
    if (!knows(call, inbound)) return { is: 'stranger' };
    return heardAs(undefined, readHttpMessage({ ...call, contentType: call.contentType }, 'inbound', at));
  },
} as const satisfies Record<string, Hears>;
