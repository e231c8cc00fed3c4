import { randomUUID } from 'node:crypto';
import { filled, isText, json, objectIn, type Protocol, type Reply, vietnamese } from '../protocol.ts';

const says = (ERROR: string, ERROR_DESC: string): Reply =>
  json(200, { RPLY: { name: 'send_sms_list', ERROR, ERROR_DESC } });

type Param = { NUM?: unknown; CONTENT?: unknown };

/** VNPT's brandname service: no free text, a registered template and numbered values. Its answer names no message. */
export const vnpt = (): Protocol => ({
  name: 'vnpt',
  hears: ({ method, path }) => method === 'POST' && path === '/smsbn/api',
  read: ({ body }) => {
    const asked = objectIn(JSON.stringify(objectIn(body)?.['RQST'] ?? {})) ?? {};
    const { name, REQID, APIUSER, APIPASS, TEMPLATEID, LABELID, PARAMS } = asked;
    if (!isText(APIUSER) || !isText(APIPASS)) return { reply: says('1', 'User or password') };
    const to = vietnamese(asked['MOBILELIST']);
    const numbered = Array.isArray(PARAMS) && PARAMS.every(({ NUM }: Param, at) => NUM === String(at + 1));
    if (name !== 'send_sms_list' || to === undefined || !numbered) return { reply: says('-1', 'Exception') };
    if (!isText(REQID) || !isText(TEMPLATEID) || !isText(LABELID)) return { reply: says('-1', 'Exception') };
    const values = (PARAMS as Param[]).map(({ CONTENT }) => String(CONTENT));
    return { message: { to, text: filled(TEMPLATEID, values), attempt: REQID } };
  },
  newReference: randomUUID,
  accepted: () => says('0', 'success'),
  refused: says('2', 'Refused by the carrier simulator'),
  throttled: json(429, {}),
  failed: json(500, {}),
});
