import { randomUUID } from 'node:crypto';
import { isText, json, objectIn, type Protocol, type Reply, vietnamese } from '../protocol.ts';

const path = '/MainService.svc/json/SendMultipleMessage_V4_post_json/';

const says = (CodeResult: string, ErrorMessage: string): Reply =>
  json(200, { CodeResult, CountRegenerate: 0, ErrorMessage });

/** eSMS: one JSON call that always answers 200 and tells in `CodeResult`. It remembers every RequestId it took. */
export const esms = (): Protocol => {
  const seen = new Set<string>();
  return {
    name: 'esms',
    hears: (request) => request.method === 'POST' && request.path === path,
    read: ({ body }) => {
      const asked = objectIn(body) ?? {};
      const { ApiKey, SecretKey, Brandname, Content, SmsType, IsUnicode, RequestId, CallbackUrl } = asked;
      if (!isText(ApiKey) || !isText(SecretKey)) return { reply: says('101', 'Authorize Failed') };
      if (!isText(Brandname)) return { reply: says('104', 'Brandname code not found') };
      if (SmsType !== '2') return { reply: says('118', 'Sms type invalid') };
      if (IsUnicode !== '0' && IsUnicode !== '1') return { reply: says('99', 'IsUnicode') };
      const to = vietnamese(asked['Phone']);
      if (to === undefined) return { reply: says('108', 'Phone number invalid') };
      if (!isText(Content)) return { reply: says('146', 'Content does not match the template') };
      if (isText(RequestId) && seen.has(RequestId)) return { reply: says('124', 'RequestId is exist') };
      return {
        message: {
          to,
          text: Content,
          ...(isText(RequestId) && { attempt: RequestId }),
          ...(isText(CallbackUrl) && { callbackUrl: CallbackUrl }),
        },
      };
    },
    newReference: randomUUID,
    taken: ({ attempt }) => void (attempt !== undefined && seen.add(attempt)),
    accepted: (SMSID) => json(200, { CodeResult: '100', CountRegenerate: 0, SMSID }),
    refused: says('146', 'Refused by the carrier simulator'),
    throttled: json(429, { Message: 'Too many requests' }),
    failed: json(500, { Message: 'An error has occurred.' }),
  };
};
