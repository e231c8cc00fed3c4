import * as z from 'zod';
import { registeredWith } from '../../../../domain/text/carrier-message.ts';
import { seconds } from '../../../../domain/values/instant.ts';
import { maybe, written } from '../../../../domain/values/wire/written.ts';
import { httpCall } from '../../http-call.ts';
import { longestTakes } from '../names.ts';
import { withCountryCode } from '../phone-forms.ts';
import { judged, jsonIn, withoutWords } from '../verdict.ts';
import type { ZaloTokens } from './tokens.ts';
import { tokenRefused, zaloVerdicts } from './verdicts.ts';
import type { Carrier, Handover } from '../../../../domain/notification/carrier.ts';

/** The name receipts and references go by, and the key of its templates. */
export const zaloName = 'zalo';

/** `development` reaches only the account's own administrators. */
export const ZaloAccount = z.strictObject({
  url: z.url().default('https://business.openapi.zalo.me'),
  mode: z.literal('development').optional(),
});
export type ZaloAccount = z.infer<typeof ZaloAccount>;

/** Zalo answers 200 to everything; numbers have been seen as texts. */
const Said = z.object({
  error: written(200),
  data: maybe(z.object({ msg_id: maybe(written(200)) })),
});

const soon = seconds(30);
const busy = (reason: string): Handover => ({ outcome: 'busy', retryAfter: soon, reason });

/**
 * Zalo's notification service (ZNS) as a carrier: a template registered with it, its values by name, so the fields of our
 * template are called what Zalo's parameters are called. The attempt's id is the `tracking_id` and comes back in the
 * webhook. People without Zalo are `unreachable-here`: put an SMS carrier behind it.
 */
export const zaloCarrier = ({ url, mode }: ZaloAccount, tokens: ZaloTokens): Carrier => ({
  name: zaloName,
  // A renewal may come before the message.
  longestTake: longestTakes.zalo,
  take: async (message): Promise<Handover> => {
    const template = registeredWith(zaloName, message);
    if (template === undefined)
      return { outcome: 'refused', reason: 'template-not-registered', because: 'carrier' };
    const token = await tokens.current().catch(() => ({ ok: false, why: 'no-store' }) as const);
    if (!token.ok) return busy(`token ${token.why}`);

    const answer = await httpCall({
      url: new URL('/message/template', url).href,
      headers: { 'content-type': 'application/json', access_token: token.access },
      body: JSON.stringify({
        phone: withCountryCode(message.to),
        template_id: template.templateId,
        template_data: Object.fromEntries(template.fields.map((field, at) => [field, template.params[at]])),
        tracking_id: message.attempt,
        ...(mode !== undefined && { mode }),
      }),
    });
    const said = Said.safeParse(jsonIn(answer)).data;
    if (said === undefined) return withoutWords(answer);
    if (tokenRefused.includes(said.error)) {
      // Should the store be down just now, the next message comes upon the same refusal and says it again.
      await tokens.refused(token.version).catch(() => undefined);
      return busy(`${said.error} token`);
    }
    if (said.error !== '0') return judged(zaloVerdicts, said.error, answer);
    const reference = said.data?.msg_id;
    return reference === undefined
      ? { outcome: 'unknown', reason: '0 without a msg_id' }
      : { outcome: 'accepted', reference };
  },
});
