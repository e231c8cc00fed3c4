import { randomBytes } from 'node:crypto';
import { filled, isText, json, objectIn, type Protocol, type Reply, vietnamese } from '../protocol.ts';

/** The refresh token that a person's first consent would have given. */
export const firstRefresh = 'simulated-refresh-0';

const says = (error: number, message: string): Reply => json(200, { error, message });

/**
 * Zalo's notification service (ZNS): templates only, answers 200 and tells in `error`. Its tokens come in pairs: the
 * refresh token buys the next pair, once. It forgets them when it ends, so the first token it then meets is believed.
 */
export const zalo = (): Protocol => {
  let made: number | undefined;
  const isGood = (kind: 'access' | 'refresh', token: unknown): boolean => {
    const [, number] = new RegExp(`^simulated-${kind}-(\\d+)$`).exec(String(token)) ?? [];
    return number !== undefined && Number(number) === (made ?? Number(number));
  };

  const renew = (body: string): Reply => {
    const form = new URLSearchParams(body);
    const token = form.get('refresh_token');
    if (form.get('grant_type') !== 'refresh_token' || !isGood('refresh', token))
      return says(-14014, 'Invalid refresh token.');
    made = Number(/\d+$/.exec(token ?? '')?.[0]) + 1;
    return json(200, {
      access_token: `simulated-access-${made}`,
      refresh_token: `simulated-refresh-${made}`,
      expires_in: '90000',
    });
  };

  return {
    name: 'zalo',
    hears: ({ method, path }) =>
      method === 'POST' && (path === '/message/template' || path === '/v4/oa/access_token'),
    read: ({ path, headers, body }) => {
      if (path === '/v4/oa/access_token') {
        return {
          aside: true,
          reply: isText(headers['secret_key']) ? renew(body) : says(-14003, 'Invalid secret.'),
        };
      }
      if (!isGood('access', headers['access_token'])) return { reply: says(-124, 'Access token invalid') };
      const {
        phone,
        template_id: template,
        template_data: data,
        tracking_id: attempt,
      } = objectIn(body) ?? {};
      const to = vietnamese(phone);
      if (to === undefined) return { reply: says(-108, 'Phone number is invalid') };
      if (!isText(template)) return { reply: says(-109, 'Template ID is invalid') };
      if (typeof data !== 'object' || data === null) return { reply: says(-111, 'Template data is empty') };
      const text = filled(template, Object.values(data).map(String));
      return { message: { to, text, ...(isText(attempt) && { attempt }) } };
    },
    newReference: () => randomBytes(10).toString('hex'),
    accepted: (msg_id) =>
      json(200, {
        error: 0,
        message: 'Success',
        data: {
          msg_id,
          sent_time: String(Date.now()),
          sending_mode: '1',
          quota: { dailyQuota: '5000', remainingQuota: '4999' },
        },
      }),
    refused: says(-118, 'Zalo account not existed'),
    throttled: json(429, {}),
    failed: json(500, {}),
  };
};
