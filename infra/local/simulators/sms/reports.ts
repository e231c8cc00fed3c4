import { createHash } from 'node:crypto';
import { type Dice, oneOf } from '../dice.ts';
import type { Entry } from './ledger.ts';
import type { SmsCarrierName } from '../../../../shared/adapters/carriers/sms/names.ts';
import type { Message } from './protocol.ts';

/** The URL of a queue; `raw` when the topic before it hands its messages on bare. */
export type EventsQueue = { queue: string; raw: boolean };

export type Outgoing = { url: string; init: RequestInit };

/** Writes the report of one message, or none when the carrier has nowhere to send it. */
export type Report = (entry: Entry, delivered: boolean, dice: Dice, message: Message) => Outgoing | undefined;

/** Where carriers report to, and what they prove themselves with. */
export type CallbackOptions = {
  /** The API's address, such as `http://127.0.0.1:4000`. */
  base?: string | undefined;
  /** The word in the path of callbacks that are not signed. */
  secret: string;
  /** What Zalo signs with. */
  zalo: { appId: string; secret: string };
  /** Where End User Messaging's event destination ends, asked anew for each event. */
  events?: (() => EventsQueue | undefined) | undefined;
  /** Milliseconds between taking a message and reporting on it. */
  delay: number;
};

/** An event as it comes out of a topic into a queue: bare, or wrapped in the topic's own notification. */
const eumReport =
  (events: CallbackOptions['events']): Report =>
  (entry, delivered, dice, { context = {} }) => {
    const { queue, raw } = events?.() ?? { queue: undefined };
    if (queue === undefined) return undefined;
    const failures = [
      'TEXT_UNREACHABLE',
      'TEXT_CARRIER_UNREACHABLE',
      'TEXT_INVALID',
      'TEXT_BLOCKED',
      'TEXT_SPAM',
    ] as const;
    const eventType = delivered ? 'TEXT_DELIVERED' : oneOf(dice, failures);
    const event = {
      eventType,
      eventVersion: '1.0',
      eventTimestamp: Date.now(),
      isFinal: true,
      originationPhoneNumber: 'BAOTIN',
      destinationPhoneNumber: entry.to,
      isoCountryCode: 'VN',
      mcc: '452',
      mnc: '04',
      messageId: entry.reference,
      messageRequestTimestamp: Date.parse(entry.at),
      messageEncoding: 'GSM',
      messageType: 'TRANSACTIONAL',
      messageStatus: eventType.replace('TEXT_', ''),
      messageStatusDescription: delivered ? 'Message has been accepted by phone' : 'Carrier simulator',
      context,
      totalMessageParts: entry.parts,
      totalMessagePrice: 0,
      totalCarrierFee: 0,
    };
    const notification = { Type: 'Notification', MessageId: entry.reference, Message: JSON.stringify(event) };
    return {
      url: new URL(queue).origin,
      init: {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': 'AmazonSQS.SendMessage',
        },
        body: JSON.stringify({ QueueUrl: queue, MessageBody: JSON.stringify(raw ? event : notification) }),
      },
    };
  };

const esmsReport =
  ({ base, secret }: CallbackOptions): Report =>
  (entry, delivered, _dice, { callbackUrl, attempt = '' }) => {
    const to = callbackUrl ?? (base === undefined ? undefined : `${base}/callbacks/esms/${secret}`);
    if (to === undefined) return undefined;
    const url = new URL(to);
    const fields = {
      SMSID: entry.reference,
      SendStatus: '5',
      SendSuccess: delivered ? '1' : '0',
      SendFailed: delivered ? '0' : '1',
      TotalPrice: '0',
      TotalReceiver: '1',
      TotalSent: '1',
      RequestId: attempt,
      TypeId: '2',
      telcoid: '1',
      phonenumber: entry.to.replace('+84', '0'),
      error_info: delivered ? '' : 'Carrier simulator',
    };
    for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
    return { url: url.href, init: { method: 'GET' } };
  };

const posted = (url: string, value: unknown, headers: Record<string, string> = {}): Outgoing => ({
  url,
  init: {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  },
});

const speedsmsReport =
  ({ base, secret }: CallbackOptions): Report =>
  (entry, delivered) =>
    base === undefined
      ? undefined
      : posted(`${base}/callbacks/speedsms/${secret}`, {
          type: 'report',
          tranId: Number(entry.reference),
          phone: entry.to.slice(1),
          status: delivered ? 0 : 64,
        });

/** Zalo reports what arrived and nothing else; signed over the very bytes that are sent. */
const zaloReport =
  ({ base, zalo: { appId, secret } }: CallbackOptions): Report =>
  (entry, delivered, _dice, { attempt }) => {
    if (base === undefined || !delivered) return undefined;
    const timestamp = String(Date.now());
    const event = {
      event_name: 'user_received_message',
      app_id: appId,
      sender: { id: 'oa-simulated' },
      recipient: { id: 'user-simulated' },
      message: { delivery_time: timestamp, msg_id: entry.reference, tracking_id: attempt },
      timestamp,
    };
    const mac = createHash('sha256')
      .update(appId + JSON.stringify(event) + timestamp + secret)
      .digest('hex');
    return posted(`${base}/callbacks/zalo`, event, { 'x-zevent-signature': `mac=${mac}` });
  };

/** How each carrier reports by calling: SNS writes logs instead, and VNPT has no reports at all. */
export const reportsOf = (options: CallbackOptions): Record<SmsCarrierName, Report | undefined> => ({
  sns: undefined,
  vnpt: undefined,
  eum: eumReport(options.events),
  esms: esmsReport(options),
  speedsms: speedsmsReport(options),
  zalo: zaloReport(options),
});
