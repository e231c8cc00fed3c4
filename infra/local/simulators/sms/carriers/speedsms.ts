import { randomInt } from 'node:crypto';
import { isText, json, objectIn, type Protocol, type Reply, vietnamese } from '../protocol.ts';

const says = (code: string, message: string): Reply => json(200, { status: 'error', code, message });

/** SpeedSMS: Basic authentication with the token as name and `x` as password, one call for many phones. */
export const speedsms = (): Protocol => ({
  name: 'speedsms',
  hears: ({ method, path }) => method === 'POST' && path === '/index.php/sms/send',
  read: ({ headers, body }) => {
    const [, encoded = ''] = /^Basic (\S+)$/.exec(headers.authorization ?? '') ?? [];
    if (!/^\S+:x$/.test(Buffer.from(encoded, 'base64').toString())) return { reply: json(401, {}) };
    const { to: phones, content, sms_type: type, sender } = objectIn(body) ?? {};
    if (!Array.isArray(phones) || phones.length !== 1)
      return { reply: says('101', 'Invalid or missing parameters') };
    const to = vietnamese(phones[0]);
    if (to === undefined) return { reply: says('105', 'Phone number invalid') };
    if (![2, 3, 4, 5].includes(Number(type)) || !isText(sender))
      return { reply: says('101', 'sms_type, sender') };
    if (!isText(content)) return { reply: says('101', 'content') };
    return { message: { to, text: content } };
  },
  newReference: () => String(randomInt(1, 2 ** 47)),
  accepted: (tranId, { to }) =>
    json(200, {
      status: 'success',
      code: '00',
      data: { tranId: Number(tranId), totalSMS: 1, totalPrice: 0, invalidPhone: [], to: [to] },
    }),
  refused: says('105', 'Refused by the carrier simulator'),
  throttled: {
    ...json(429, { status: 'error', message: 'Too many requests' }),
  },
  failed: json(500, { status: 'error', code: '500', message: 'Internal error' }),
});
