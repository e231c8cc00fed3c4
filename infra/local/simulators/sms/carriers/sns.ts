import { randomUUID } from 'node:crypto';
import type { Protocol, Reply } from '../protocol.ts';
import {
  errorXml,
  internalError,
  publishedXml,
  readPublish,
  refused,
  type SnsError,
  throttled,
} from '../wire.ts';

const xml = (status: number, body: string): Reply => ({ status, type: 'text/xml', body });
const fail = (error: SnsError): Reply => xml(error.status, errorXml(error));

/** Amazon SNS: the query protocol, a form with an Action. */
export const sns = (): Protocol => ({
  name: 'sns',
  hears: ({ method, path, headers }) =>
    method === 'POST' && path === '/' && headers['x-amz-target'] === undefined,
  read: ({ body }) => {
    const request = readPublish(body);
    return 'code' in request ? { reply: fail(request) } : { message: request };
  },
  newReference: randomUUID,
  accepted: (reference) => xml(200, publishedXml(reference)),
  refused: fail(refused),
  throttled: fail(throttled),
  failed: fail(internalError),
});
