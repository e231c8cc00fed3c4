import { randomUUID } from 'node:crypto';
import type { Answered, Caller } from '../iam/rights.ts';

/** How a service says no: the status, the headers it needs and the body. */
export type Refusal = { status: number; type: string; headers?: Record<string, string>; body: string };

/** Why: not known here, not allowed, or something a service does not take. */
export type No = {
  code: string;
  message: string;
  status?: number;
  /** What else such an error carries. */
  more?: object;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The services of the AWS JSON protocols name the kind of error with its namespace; all of them answer 400. */
const json =
  (version: '1.0' | '1.1', namespace: string, field: 'message' | 'Message') =>
  ({ code, message, status = 400, more }: No): Refusal => ({
    status,
    type: `application/x-amz-json-${version}`,
    body: JSON.stringify({ __type: `${namespace}${code}`, [field]: message, ...more }),
  });

const s3 = ({ code, message, status = 403 }: No): Refusal => {
  const id = randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();
  return {
    status,
    type: 'application/xml',
    headers: { 'x-amz-request-id': id },
    body:
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code.replace(/Exception$/, '')}</Code>` +
      `<Message>${escaped(message)}</Message><RequestId>${id}</RequestId><HostId>local</HostId></Error>`,
  };
};

const sns = ({ code, message, status = 403 }: No): Refusal => ({
  status,
  type: 'text/xml',
  body:
    `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>` +
    `<Code>${code === 'AccessDeniedException' ? 'AuthorizationError' : code}</Code>` +
    `<Message>${escaped(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
});

const coral = 'com.amazon.coral.service#';

const sqs = (no: No): Refusal => ({
  ...json('1.0', coral, 'message')(no),
  headers: { 'x-amzn-query-error': `${no.code.replace(/Exception$/, '')};Sender` },
});

/** Each service in its own words, by the name that signatures give it. */
const speakers: Record<string, (no: No) => Refusal> = {
  dynamodb: json('1.0', coral, 'Message'),
  sqs,
  s3,
  sns,
  kms: json('1.1', '', 'Message'),
  secretsmanager: json('1.1', '', 'Message'),
  'sms-voice': json('1.0', coral, 'Message'),
};

export const refusalOf = (service: string, no: No): Refusal =>
  (speakers[service] ?? json('1.1', coral, 'Message'))(no);

/** The sentence that AWS says: who, what, on what, and which policies are silent or say no. */
export const denied = ({ session }: Caller, { ask, refused }: Answered & { refused: string }): No => ({
  code: 'AccessDeniedException',
  message:
    `User: ${session} is not authorized to perform: ${ask.action} on resource: ${ask.resource} ` +
    (refused === 'an explicit deny'
      ? 'with an explicit deny in a policy'
      : `because no identity-based policy allows the ${ask.action} action`),
});

/** An answer as it goes over the connection. `withBody` is false for an answer to HEAD. */
export const written = ({ status, type, headers = {}, body }: Refusal, withBody = true): string =>
  [
    `HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : 'Bad Request'}`,
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-amzn-requestid: ${randomUUID()}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    withBody ? body : '',
  ].join('\r\n');
