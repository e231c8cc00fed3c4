/** Where AWS would be. The account is the one that the SQS emulator answers for. */
export const region = 'ap-southeast-1';
export const account = '000000000000';
export const partition = 'aws';
export const urlSuffix = 'amazonaws.com';

/** `arn('sqs', 'sms')` is `arn:aws:sqs:ap-southeast-1:000000000000:sms`. */
export const arn = (service: string, resource: string): string =>
  `arn:${partition}:${service}:${region}:${account}:${resource}`;

/** The last part of an ARN: the queue's or function's name, the key's id. A function's qualifier is left out. */
export const nameIn = (text: string): string => {
  const lambda = /:function:([^:/]+)/.exec(text)?.[1];
  return lambda ?? text.slice(Math.max(text.lastIndexOf(':'), text.lastIndexOf('/')) + 1);
};

/** Addresses on this machine that take the place of AWS's own, without a slash at the end. */
export type Addresses = {
  /** The API: `http://127.0.0.1:4000`. */
  api: string;
  /** The SQS emulator; a queue's URL is this, the account and the queue's name. */
  sqs: string;
};
