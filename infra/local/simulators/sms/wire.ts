import { randomUUID } from 'node:crypto';

const xmlns = 'http://sns.amazonaws.com/doc/2010-03-31/';

/** What the sender asked for, or the error that SNS would answer at once. */
export type Publish = { to: string; text: string } | SnsError;
export type SnsError = { status: number; code: string; message: string };

const invalid = (message: string): SnsError => ({
  status: 400,
  code: 'InvalidParameter',
  message: `Invalid parameter: ${message}`,
});

export const refused = invalid('PhoneNumber Reason: refused by the carrier simulator');
export const throttled: SnsError = { status: 400, code: 'Throttling', message: 'Rate exceeded' };
export const internalError: SnsError = { status: 500, code: 'InternalError', message: 'Internal error' };

/** Reads the form body of the SNS query protocol: `Action=Publish` to a phone number, at most 1,600 characters. */
export const readPublish = (body: string): Publish => {
  const form = new URLSearchParams(body);
  const action = form.get('Action') ?? '';
  if (action !== 'Publish')
    return { status: 400, code: 'InvalidAction', message: `Could not find operation ${action}` };
  const to = form.get('PhoneNumber');
  if (to === null) return invalid('this carrier takes a PhoneNumber only');
  if (!/^\+[1-9]\d{7,14}$/.test(to)) return invalid(`PhoneNumber Reason: ${to} is not valid to publish to`);
  const text = form.get('Message') ?? '';
  if (text.trim() === '') return invalid('Empty message');
  if (text.length > 1600) return invalid('Message too long');
  return { to, text };
};

/** Both answers carry a request id of their own, as SNS does. */
export const publishedXml = (messageId: string): string =>
  `<PublishResponse xmlns="${xmlns}"><PublishResult><MessageId>${messageId}</MessageId></PublishResult>` +
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const errorXml = ({ status, code, message }: SnsError): string =>
  `<ErrorResponse xmlns="${xmlns}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>` +
  `<Code>${code}</Code><Message>${escaped(message)}</Message></Error>` +
  `<RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
