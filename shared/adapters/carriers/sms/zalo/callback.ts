import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CarrierReport } from '../../../../domain/inbound/carrier-report.ts';
import { InboundMessage } from '../../../../domain/inbound/message.ts';
import { days, type Instant, instantOf, minutes } from '../../../../domain/values/instant.ts';
import { exactJson } from '../../../../domain/values/wire/exact-json.ts';
import { digits, maybe, unlessNothing, written } from '../../../../domain/values/wire/written.ts';
import { isSame } from '../../callback-source.ts';
import { zaloName } from './carrier.ts';

/** What proves that Zalo is calling: our app's id and the official account's secret key, two of them while it is exchanged. */
export const ZaloWebhook = z.strictObject({
  appId: z.string().min(1),
  oaSecretKey: z.string().min(1),
  also: z.string().min(1).optional(),
});
export type ZaloWebhook = z.infer<typeof ZaloWebhook>;

const Moment = digits
  .pipe(z.int().min(1_000_000_000_000).max(9_999_999_999_999))
  .transform((time) => instantOf(new Date(time)));

/** What the signature is about. */
const Sealed = z.object({ app_id: written(200), timestamp: written(200) });

const Event = Sealed.extend({
  event_name: z.string().min(1).max(60),
  sender: maybe(z.object({ id: written(200) })),
  recipient: maybe(z.object({ id: written(200) })),
  message: unlessNothing(
    z.object({
      msg_id: maybe(written(200)),
      tracking_id: maybe(written(200)),
      delivery_time: unlessNothing(Moment),
      text: maybe(z.string().transform((text) => text.slice(0, 2000))),
      quote_msg_id: maybe(written(200)),
    }),
  ),
});
type Event = z.infer<typeof Event>;

/** What Zalo tells us. `forged` covers everything that does not prove itself, readable or not. */
export type ZaloEvent =
  | { is: 'forged' }
  | { is: 'report'; report: CarrierReport }
  | { is: 'message'; message: InboundMessage };

/** `mac=` and the plain SHA-256 of app id, raw body, timestamp and secret, as two public clients agree; it is no HMAC. */
const signatureOf = (appId: string, key: string, body: string, timestamp: string): string =>
  `mac=${createHash('sha256').update(`${appId}${body}${timestamp}${key}`).digest('hex')}`;

const genuine = (
  event: z.infer<typeof Sealed>,
  body: string,
  signature: string,
  webhook: ZaloWebhook,
): boolean =>
  event.app_id === webhook.appId &&
  [webhook.oaSecretKey, webhook.also]
    .filter((key) => key !== undefined)
    .map((key) => isSame(signature, signatureOf(webhook.appId, key, body, event.timestamp)))
    .includes(true);

/**
 * How long an event may be on its way. Zalo repeats what was not answered; whoever kept a signed event cannot have it counted
 * again later, when we may have forgotten that we know it (`retention`).
 */
const onItsWayAtMost = days(3);
/** How far their clock may be before ours. */
const aheadAtMost = minutes(15);

/** Whether it was signed at a time from which something can still come. */
const isOfNow = ({ timestamp }: z.infer<typeof Sealed>, at: Instant): boolean => {
  const signed = Moment.safeParse(timestamp);
  if (!signed.success) return true; // read below, and unreadable there if need be
  const age = Date.parse(at) - Date.parse(signed.data);
  return age <= onItsWayAtMost && age >= -aheadAtMost;
};

const none = (code: string): ZaloEvent => ({ is: 'report', report: { is: 'none', carrier: zaloName, code } });

const unrecognised = (code: string): ZaloEvent => ({
  is: 'report',
  report: { is: 'unrecognised', carrier: zaloName, code },
});

/** Arrived on the phone, if it has a delivery time; an event of the same name without one is about an ordinary chat. */
const received = ({ message, event_name: code }: Event): ZaloEvent => {
  const { msg_id: reference, tracking_id: attempt, delivery_time: arrivedAt } = message ?? {};
  if (arrivedAt === undefined || !reference) return none(`${code} of a chat`);
  const receipt = {
    carrier: zaloName,
    reference,
    outcome: 'delivered' as const,
    detail: code,
    takenAt: arrivedAt,
    ...(attempt !== undefined && { attempt }),
  };
  return { is: 'report', report: { is: 'receipt', receipt } };
};

const textOf = ({ message, sender, recipient, event_name: code, timestamp }: Event): ZaloEvent => {
  const inbound = InboundMessage.safeParse({
    provider: zaloName,
    providerId: message?.msg_id,
    from: null,
    sender: sender?.id,
    to: recipient?.id,
    text: message?.text,
    receivedAt: Moment.safeParse(timestamp).data,
    ...(message?.quote_msg_id !== undefined && { inReplyTo: message.quote_msg_id }),
  });
  return inbound.success ? { is: 'message', message: inbound.data } : none(`${code} without words`);
};

/** Events we know and have no use for: pictures and stickers, people who follow or leave, what we ourselves wrote. */
const known =
  /^(user_send_|user_seen_|user_click_|user_submit_|oa_send_|follow$|unfollow$|user_reacted_|change_)/;

/**
 * Reads what Zalo posts, over the very bytes that came. It comes again until it is answered within two seconds, so
 * `reference` and `providerId` make repeats harmless.
 */
export const readZaloEvent = (
  body: string,
  signature: string | undefined,
  webhook: ZaloWebhook,
  at: Instant,
): ZaloEvent => {
  let value: unknown;
  try {
    value = exactJson(body);
  } catch {
    return { is: 'forged' };
  }
  const sealed = Sealed.safeParse(value).data;
  if (sealed === undefined || !genuine(sealed, body, signature ?? '', webhook)) return { is: 'forged' };
  if (!isOfNow(sealed, at)) return none('event of another time');
  const event = Event.safeParse(value).data;
  if (event === undefined) return unrecognised('unreadable');
  if (event.event_name === 'user_received_message') return received(event);
  if (event.event_name === 'user_send_text') return textOf(event);
  if (known.test(event.event_name)) return none(event.event_name);
  return unrecognised(event.event_name);
};
