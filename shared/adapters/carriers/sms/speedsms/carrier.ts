import * as z from 'zod';
import { maybe, written } from '../../../../domain/values/wire/written.ts';
import { httpCall } from '../../http-call.ts';
import { longestTakes } from '../names.ts';
import { withCountryCode } from '../phone-forms.ts';
import { judged, jsonIn, type Verdicts, withoutWords } from '../verdict.ts';
import type { Carrier, Handover } from '../../../../domain/notification/carrier.ts';

/** The name receipts and references go by. */
export const speedsmsName = 'speedsms';

/** What SpeedSMS is told of us. `type` 2 is customer care, 3 brandname, 4 Notify, 5 its app. */
export const SpeedsmsAccount = z.strictObject({
  url: z.url().default('https://api.speedsms.vn'),
  token: z.string().min(1),
  sender: z.string().min(1).max(11),
  type: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).default(3),
});
export type SpeedsmsAccount = z.infer<typeof SpeedsmsAccount>;

/** SpeedSMS's `code`, without 00 (speedsms.vn/sms-api). */
export const speedsmsVerdicts = {
  '007': { outcome: 'busy', until: 'mended', means: 'address-not-allowed', source: 'A' },
  '008': { outcome: 'busy', until: 'mended', means: 'account-blocked', source: 'A' },
  '009': { outcome: 'busy', until: 'mended', means: 'account-not-allowed', source: 'A' },
  '101': { outcome: 'refused', because: 'carrier', means: 'parameters', source: 'A' },
  '105': { outcome: 'refused', because: 'message', means: 'phone', source: 'A' },
  '110': { outcome: 'refused', because: 'carrier', means: 'encoding', source: 'A' },
  '113': { outcome: 'refused', because: 'message', means: 'too-long', source: 'A' },
  '300': { outcome: 'busy', until: 'mended', means: 'balance', source: 'A' },
  '500': { outcome: 'unknown', means: 'internal-error', source: 'A' },
} as const satisfies Verdicts;

const Said = z.object({
  status: maybe(written(200)),
  code: maybe(written(200)),
  data: maybe(z.object({ tranId: maybe(written(200)), invalidPhone: maybe(z.array(z.unknown())) })),
});

/**
 * SpeedSMS as a carrier: 60 requests a minute, then 429. It has no way to name a message before it is taken, and it
 * answers success for a call whose only phone it did not like, so that list is looked at too.
 */
export const speedsmsCarrier = ({ url, token, sender, type }: SpeedsmsAccount): Carrier => ({
  name: speedsmsName,
  longestTake: longestTakes.speedsms,
  take: async ({ to, text }): Promise<Handover> => {
    const answer = await httpCall({
      url: new URL('/index.php/sms/send', url).href,
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${token}:x`).toString('base64')}`,
      },
      body: JSON.stringify({ to: [withCountryCode(to)], content: text, sms_type: type, sender }),
    });
    const said = Said.safeParse(jsonIn(answer)).data;
    if (said?.status === 'success') {
      const { tranId, invalidPhone = [] } = said.data ?? {};
      if (invalidPhone.length > 0) return judged(speedsmsVerdicts, '105', answer);
      if (!tranId) return { outcome: 'unknown', reason: 'success without a tranId' };
      return { outcome: 'accepted', reference: tranId };
    }
    return said?.code === undefined ? withoutWords(answer) : judged(speedsmsVerdicts, said.code, answer);
  },
});
