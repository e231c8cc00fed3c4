import * as z from 'zod';
import { registeredWith } from '../../../../domain/text/carrier-message.ts';
import { written } from '../../../../domain/values/wire/written.ts';
import { httpCall } from '../../http-call.ts';
import { longestTakes } from '../names.ts';
import { isUnicode, withCountryCode } from '../phone-forms.ts';
import { judged, jsonIn, type Verdicts, withoutWords } from '../verdict.ts';
import type { Carrier, Handover } from '../../../../domain/notification/carrier.ts';

/** The name receipts and references go by, and the key of its templates. */
export const vnptName = 'vnpt';

/** What VNPT's brandname service is told of us; the contract names host, label, agent and contract. */
export const VnptAccount = z.strictObject({
  url: z.url(),
  labelId: z.string().min(1),
  contractId: z.string().min(1),
  agentId: z.string().min(1),
  apiUser: z.string().min(1),
  apiPass: z.string().min(1),
  userName: z.string().min(1),
});
export type VnptAccount = z.infer<typeof VnptAccount>;

/** `ERROR`, without 0 (public client code). −1 is any exception, also one after the message was stored. */
export const vnptVerdicts = {
  '1': { outcome: 'busy', until: 'mended', means: 'credentials-address-or-status', source: 'B' },
  '-1': { outcome: 'unknown', means: 'exception', source: 'B' },
} as const satisfies Verdicts;

const Said = z.object({ RPLY: z.object({ ERROR: written(200) }) });

/** `CONTRACTTYPEID` 1: customer care, not advertising. */
const customerCare = '1';

/**
 * VNPT's brandname service as a carrier. It takes no free text: a template registered with it and numbered values, so
 * what the citizen reads is VNPT's copy of the text. Its answer names no message and no report follows, so the
 * attempt's id, our REQID, is all the reference there is.
 */
export const vnptCarrier = (account: VnptAccount): Carrier => ({
  name: vnptName,
  longestTake: longestTakes.vnpt,
  take: async (message): Promise<Handover> => {
    const template = registeredWith(vnptName, message);
    if (template === undefined)
      return { outcome: 'refused', reason: 'template-not-registered', because: 'carrier' };
    const answer = await httpCall({
      url: new URL('/smsbn/api', account.url).href,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        RQST: {
          name: 'send_sms_list',
          REQID: message.attempt,
          LABELID: account.labelId,
          CONTRACTTYPEID: customerCare,
          CONTRACTID: account.contractId,
          TEMPLATEID: template.templateId,
          PARAMS: template.params.map((value, at) => ({ NUM: String(at + 1), CONTENT: value })),
          SCHEDULETIME: '',
          MOBILELIST: withCountryCode(message.to),
          ISTELCOSUB: '0',
          AGENTID: account.agentId,
          APIUSER: account.apiUser,
          APIPASS: account.apiPass,
          USERNAME: account.userName,
          DATACODING: isUnicode(message.text) ? '8' : '0',
        },
      }),
    });
    const said = Said.safeParse(jsonIn(answer)).data;
    if (said === undefined) return withoutWords(answer);
    const { ERROR } = said.RPLY;
    return ERROR === '0'
      ? { outcome: 'accepted', reference: message.attempt }
      : judged(vnptVerdicts, ERROR, answer);
  },
});
