import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CarrierReport } from '../../../../domain/inbound/carrier-report.ts';
import { InboundMessage } from '../../../../domain/inbound/message.ts';
import type { Instant } from '../../../../domain/values/instant.ts';
import { digits, written } from '../../../../domain/values/wire/written.ts';
import { speedsmsName } from './carrier.ts';

/** The format is hearsay (source C): check it with SpeedSMS before launch. */
const Report = z.object({
  type: z.literal('report'),
  tranId: written(200),
  status: digits,
});
const Sms = z.object({ type: z.literal('sms'), phone: written(40), content: z.string() });

/** 0 is sent, up to 63 the network still tries, from 64 on it has given up (source C). */
const meaningOf = (status: number): 'delivered' | 'undelivered' | 'open' | undefined => {
  if (status === 0) return 'delivered';
  if (status < 0) return undefined;
  return status < 64 ? 'open' : 'undelivered';
};

/**
 * Reads what SpeedSMS posts, which nothing signs: check its secret first. Undefined when it is no report. It names
 * neither our attempt nor a time, so the receipt bears `heardAt` and no phone.
 */
export const readSpeedsmsReport = (body: unknown, heardAt: Instant): CarrierReport | undefined => {
  const report = Report.safeParse(body).data;
  if (report === undefined) return undefined;
  const code = String(report.status);
  const named = { carrier: speedsmsName, reference: report.tranId };
  const outcome = meaningOf(report.status);
  if (outcome === undefined) return { is: 'unrecognised', ...named, code };
  if (outcome === 'open') return { is: 'open', ...named, code };
  return { is: 'receipt', receipt: { ...named, outcome, detail: code, takenAt: heardAt } };
};

/** A citizen's answer to a number of ours at SpeedSMS; it has no id, so phone, words and minute name it. */
export const readSpeedsmsMessage = (body: unknown, receivedAt: Instant): InboundMessage | undefined => {
  const sms = Sms.safeParse(body).data;
  if (sms === undefined) return undefined;
  return InboundMessage.safeParse({
    provider: speedsmsName,
    providerId: createHash('sha256')
      .update([sms.phone, receivedAt.slice(0, 16), sms.content].join(' '))
      .digest('hex'),
    from: sms.phone,
    to: speedsmsName,
    text: sms.content,
    receivedAt,
  }).data;
};
