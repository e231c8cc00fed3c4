import * as z from 'zod';
import { type Instant, instantOf, minutes } from '../../../domain/values/instant.ts';
import { vnPostOrderAnswers } from '../../../domain/post/tracking/carriers/vnpost-public-post.ts';
import type { Consignment, ConsignmentEnd } from '../../../domain/post/carrier-orders/consignment.ts';
import type { FeedRow, PostalCarrier, CarrierTold } from '../../../domain/post/partner/postal-carrier.ts';
import { digits, maybe, written } from '../../../domain/values/wire/written.ts';
import {
  busy,
  call,
  doubt,
  longestCall,
  ofItself,
  type OrderVerdicts,
  safe,
  verdictOf,
} from './carrier-call.ts';
import { sessions } from './session.ts';

/**
 * What the public post on the government bus is told of us. Its four addresses are named by the contract. It wants its
 * own codes of provinces and, where it still thinks in them, districts: `places` says ours → theirs.
 */
export const VnPostPublicPostAccount = z.strictObject({
  via: z.literal('vnpost-public-post'),
  tokenUrl: z.url(),
  orderUrl: z.url(),
  cancelUrl: z.url(),
  trackingUrl: z.url(),
  customerKey: z.string().min(1),
  secretKey: z.string().min(1),
  customerCode: z.string().min(1),
  places: z
    .record(z.string(), z.strictObject({ province: z.int(), district: z.int().optional() }))
    .default({}),
  pageSize: z.int().min(1).max(200).default(100),
});
export type VnPostPublicPostAccount = z.infer<typeof VnPostPublicPostAccount>;

/** No error table of this interface is public. Confidence C: anything but 100 and 101 is a refusal nobody taught us. */
const verdicts = {} as const satisfies OrderVerdicts;

/** How long a token lasts that does not say so. */
const sessionSeconds = 600;
const Token = z.object({
  access_token: z.string().min(1),
  expires_in: maybe(digits.pipe(z.int().positive())),
});
/** Public code reads the answer through a library that hides the spelling; both are read. */
const Result = z
  .object({ status: maybe(written(200)), Status: maybe(written(200)) })
  .transform(({ status, Status }) => status ?? Status);
const Feed = z
  .object({
    _embedded: z
      .object({ 'rh:doc': z.array(z.unknown()) })
      .partial()
      .nullish(),
  })
  .transform(({ _embedded: embedded }) => embedded?.['rh:doc'] ?? []);
const ObjectId = z.string().regex(/^[0-9a-f]{24}$/i);
const Id = z.union([ObjectId, z.object({ $oid: ObjectId }).transform(({ $oid }) => $oid)]);
const Place = z.object({ _id: Id }).transform(({ _id: id }) => id.toLowerCase());
const Row = z.object({
  _id: Id,
  OrderNumber: written(40),
  StatusCode: written(60),
});

/** An object id begins with the second in which its row was written (BSON); the feed names no other time. */
const writtenAt = (id: string): Instant => instantOf(new Date(Number.parseInt(id.slice(0, 8), 16) * 1000));

/** What a row of the feed says. The order's number is our reference, and the parcel's number too. */
export const readFeedRow = (row: unknown): CarrierTold => {
  const read = Row.safeParse(row).data;
  if (!read) return { is: 'unreadable', why: 'feed-row' };
  const { _id: id, OrderNumber: reference, StatusCode: code } = read;
  const event = { eventId: id.toLowerCase(), trackingNumber: reference, code, occurredAt: writtenAt(id) };
  return { is: 'scan', reference, event };
};

/**
 * The public post of Viet Nam, on the government bus: orders under our number, and one feed for all of them with an
 * object id as cursor. It takes an order twice for once (101), so a lost answer is asked for by asking again. Source:
 * OpenCPS, VNPostManagementImpl (2020). Confidence C throughout: no contract of today has been seen.
 */
export const vnPostPublicPost = (account: VnPostPublicPostAccount, clock: () => Instant): PostalCarrier => {
  const { customerCode, pageSize } = account;
  const session = sessions(async () => {
    const basic = Buffer.from(`${account.customerKey}:${account.secretKey}`).toString('base64');
    const said = await call({
      url: account.tokenUrl,
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    });
    if (said.is !== 'said') return said;
    const token = Token.safeParse(said.value).data;
    return token
      ? { is: 'open', token: token.access_token, seconds: token.expires_in ?? sessionSeconds }
      : busy('no-token', 'mended');
  }, clock);
  const talk = async (url: string, method: 'GET' | 'POST', body?: unknown) => {
    const open = await session.current();
    if (open.is !== 'open') return open;
    const headers = { authorization: `Bearer ${open.token}`, 'content-type': 'application/json' };
    const said = await call({ url, method, headers, body: JSON.stringify(body ?? {}) });
    if (said.is === 'busy' && said.reason === 'http-401') session.forget();
    return said;
  };
  const endOf = (side: 'Sender' | 'Receiver', { name, line, commune, phone, province }: ConsignmentEnd) => ({
    [`${side}Name`]: name,
    [`${side}Address`]: `${line}, ${commune.name}, ${province.name}`,
    [`${side}Tel`]: phone,
    [`${side}Province`]: account.places[province.code]?.province ?? Number(province.code),
    [`${side}District`]:
      account.places[commune.code]?.district ?? account.places[province.code]?.district ?? 0,
  });
  const orderOf = ({ reference, from, to, cod, contents, note }: Consignment) => ({
    CustomerCode: customerCode,
    OrderNumber: reference,
    CODAmount: cod,
    ...endOf('Sender', from),
    SenderDesc: note,
    Description: contents,
    ...endOf('Receiver', to),
  });

  return {
    via: 'vnpost-public-post',
    longestCall: 2 * longestCall,
    place: async (consignment) => {
      const said = await talk(account.orderUrl, 'POST', orderOf(consignment));
      if (said.is !== 'said') return said;
      const code = Result.safeParse(said.value).data;
      if (code === undefined) return doubt('no-status');
      const is = Object.hasOwn(vnPostOrderAnswers, code) ? vnPostOrderAnswers[code] : undefined;
      return is
        ? { is, placed: { trackingNumber: consignment.reference } }
        : verdictOf(verdicts, code, said.value);
    },
    cancel: async (reference) => {
      const url = new URL(account.cancelUrl);
      url.searchParams.set('customerCode', customerCode);
      url.searchParams.set('orderNumber', reference);
      const said = await talk(url.href, 'GET');
      if (said.is !== 'said') return said;
      const code = Result.safeParse(said.value).data;
      if (code === undefined) return doubt('no-status');
      if (code === '100') return { is: 'cancelled' };
      return ofItself(said.value) ?? { is: 'refused', reason: safe(code) };
    },
    following: {
      feed: {
        begins: '0'.repeat(24),
        page: async (after) => {
          const url = new URL(account.trackingUrl);
          url.searchParams.set('pagesize', String(pageSize));
          url.searchParams.set('lastId', after);
          const said = await talk(url.href, 'GET');
          if (said.is !== 'said') return said;
          const feed = Feed.safeParse(said.value);
          if (!feed.success) return { is: 'busy', reason: 'no-feed', retryAfter: minutes(1) };
          const docs = feed.data;
          const rows: FeedRow[] = docs.map((doc) => ({ raw: JSON.stringify(doc), told: readFeedRow(doc) }));
          const places = docs.map((doc) => Place.safeParse(doc).data).filter((id) => id !== undefined);
          const upTo = places.toSorted().at(-1);
          return { is: 'page', rows, full: docs.length >= pageSize, ...(upTo !== undefined && { upTo }) };
        },
      },
    },
  };
};
