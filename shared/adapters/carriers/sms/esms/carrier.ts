import * as z from 'zod';
import { maybe, written } from '../../../../domain/values/wire/written.ts';
import { dialled } from '../../../../domain/phone/read-phone.ts';
import { httpCall } from '../../http-call.ts';
import { longestTakes } from '../names.ts';
import { esmsVerdicts } from './verdicts.ts';
import { isUnicode } from '../phone-forms.ts';
import { judged, jsonIn, withoutWords } from '../verdict.ts';
import type { Carrier, Handover } from '../../../../domain/notification/carrier.ts';

/** The name receipts and references go by. */
export const esmsName = 'esms';

/** What eSMS is told of us. `callbackUrl` has a secret word in its path, since nothing else proves a callback. */
export const EsmsAccount = z.strictObject({
  url: z.url().default('https://rest.esms.vn'),
  apiKey: z.string().min(1),
  secretKey: z.string().min(1),
  brandname: z.string().min(1).max(11),
  callbackUrl: z.url().optional(),
  /** Asks eSMS to check and charge nothing. */
  sandbox: z.boolean().default(false),
});
export type EsmsAccount = z.infer<typeof EsmsAccount>;

/** Some of their endpoints have answered numbers as numbers. */
const Said = z.object({ CodeResult: written(200), SMSID: maybe(written(200)) });

/** `SmsType` 2: customer care, under the brandname. */
const customerCare = '2';

/**
 * eSMS.vn as a carrier. The attempt's id is the RequestId, of which eSMS takes each only once, and comes back in the
 * callback. 100 means that it was taken, not that it arrived. The body holds the keys, so nobody may log it.
 */
export const esmsCarrier = (account: EsmsAccount): Carrier => ({
  name: esmsName,
  longestTake: longestTakes.esms,
  take: async ({ to, text, attempt }): Promise<Handover> => {
    const answer = await httpCall({
      url: new URL('/MainService.svc/json/SendMultipleMessage_V4_post_json/', account.url).href,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ApiKey: account.apiKey,
        SecretKey: account.secretKey,
        Phone: dialled(to),
        Content: text,
        Brandname: account.brandname,
        SmsType: customerCare,
        IsUnicode: isUnicode(text) ? '1' : '0',
        Sandbox: account.sandbox ? '1' : '0',
        RequestId: attempt,
        ...(account.callbackUrl !== undefined && { CallbackUrl: account.callbackUrl }),
      }),
    });
    const said = Said.safeParse(jsonIn(answer)).data;
    if (said === undefined) return withoutWords(answer);
    if (said.CodeResult !== '100') return judged(esmsVerdicts, said.CodeResult, answer);
    if (!said.SMSID) return { outcome: 'unknown', reason: '100 without an SMSID' };
    return { outcome: 'accepted', reference: said.SMSID };
  },
});
