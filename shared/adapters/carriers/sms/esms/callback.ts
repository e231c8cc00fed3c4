import * as z from 'zod';
import type { CarrierReport, ReportMeaning } from '../../../../domain/inbound/carrier-report.ts';
import type { Instant } from '../../../../domain/values/instant.ts';
import { digits, maybe, unlessNothing, written } from '../../../../domain/values/wire/written.ts';
import { esmsName } from './carrier.ts';

/** eSMS's `SendStatus` (developers.esms.vn, "callback url"). 5 is the end of it; the counts say which end. */
export const sendStatuses = {
  '1': 'open', // waits for approval
  '2': 'open', // waits to be sent
  '4': 'undelivered', // rejected
  '5': 'sent',
  '7': 'open', // at the network
} as const satisfies Record<string, ReportMeaning | 'sent'>;

/** The query of the callback, as far as we read it. `RequestId` is our attempt. */
const Query = z.object({
  SMSID: written(200),
  SendStatus: written(200),
  SendSuccess: unlessNothing(digits),
  SendFailed: unlessNothing(digits),
  RequestId: maybe(written(200)),
  error_info: maybe(z.string()),
});

/** One message has one receiver, so one failure is its failure, and neither count is no answer yet. */
const ending = ({ SendSuccess = 0, SendFailed = 0 }: z.infer<typeof Query>): ReportMeaning => {
  if (SendFailed > 0) return 'undelivered';
  return SendSuccess > 0 ? 'delivered' : 'open';
};

/**
 * Reads a callback of eSMS, a GET that nothing signs: check its secret and its caller first. Undefined when it is none.
 * It names no time, so the receipt bears `heardAt` and no phone.
 */
export const readEsmsCallback = (query: unknown, heardAt: Instant): CarrierReport | undefined => {
  const callback = Query.safeParse(query).data;
  if (callback === undefined) return undefined;
  const { SMSID: reference, SendStatus, RequestId: attempt, error_info: info = '' } = callback;
  const named = { carrier: esmsName, reference };
  if (!Object.hasOwn(sendStatuses, SendStatus))
    return { is: 'unrecognised', ...named, ...(attempt && { attempt }), code: SendStatus.slice(0, 20) };
  const status = sendStatuses[SendStatus as keyof typeof sendStatuses];
  const outcome = status === 'sent' ? ending(callback) : status;
  if (outcome === 'open') return { is: 'open', ...named, code: SendStatus };
  // Their words are free, and a receipt is kept longer than a phone may be.
  const detail = info === '' ? SendStatus : `${SendStatus}: ${info.slice(0, 200).replaceAll(/\d{7,}/g, '#')}`;
  return {
    is: 'receipt',
    receipt: { ...named, outcome, detail, takenAt: heardAt, ...(attempt && { attempt }) },
  };
};
