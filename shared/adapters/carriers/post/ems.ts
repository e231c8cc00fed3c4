import * as z from 'zod';
import { hours } from '../../../domain/values/instant.ts';
import { carrierTime } from '../../../domain/post/tracking/carrier-time.ts';
import {
  type Consignment,
  type ConsignmentEnd,
  wholeAddress,
} from '../../../domain/post/carrier-orders/consignment.ts';
import type { PostalCarrier, CarrierTold } from '../../../domain/post/partner/postal-carrier.ts';
import { maybe, written } from '../../../domain/values/wire/written.ts';
import { call, doubt, longestCall, ofItself, type OrderVerdicts, safe, verdictOf } from './carrier-call.ts';

/** What EMS is told of us. `places` says our codes → its own of provinces, districts and wards. */
export const EmsAccount = z.strictObject({
  via: z.literal('ems'),
  url: z.url().default('http://ws.ems.com.vn'),
  merchantToken: z.string().min(1),
  /** The pick-up place, as it was set up with EMS. */
  inventory: z.string().min(1),
  service: z.int(),
  /** Where an order is cancelled; its public page names no address that we could read. Without it nothing is. */
  cancelPath: z.string().startsWith('/').optional(),
  places: z
    .record(
      z.string(),
      z.strictObject({
        province: z.string(),
        district: z.string().default(''),
        ward: z.string().default(''),
      }),
    )
    .default({}),
});
export type EmsAccount = z.infer<typeof EmsAccount>;

/** A failure is `error` and a sentence, whatever it is about; so an order it does not take is refused without a reason. */
const verdicts = {
  error: { is: 'refused', because: 'carrier-refused', means: 'a sentence', source: 'A' },
} as const satisfies OrderVerdicts;

const Reply = z.object({ code: written(200), data: z.unknown().optional() });
const Created = z.object({ tracking_code: written(40) });
const Traced = z
  .object({ __get_status: maybe(z.array(z.unknown())) })
  .transform(({ __get_status: lines }) => lines ?? []);
const Trace = z.object({ status: written(60), tracedate: z.string() });
const Call = z.object({
  tracking_code: written(40),
  order_code: maybe(written(60)),
  status_code: written(60),
  datetime: z.string(),
  locate: maybe(written(200)),
});
const oneOf = (data: unknown): unknown => (Array.isArray(data) ? data[0] : data);

/**
 * What a call of the webhook says. `ems-transaction` is one for each status of a parcel, so it is the event's own id.
 * They come in any order; the time is Viet Nam's, day first.
 */
export const readEmsCall = (value: unknown, transaction?: string): CarrierTold => {
  const read = Call.safeParse(value).data;
  const occurredAt = read && carrierTime(read.datetime, 'dd/MM/yyyy HH:mm:ss');
  if (!read || !occurredAt) return { is: 'unreadable', why: 'ems-call' };
  const { tracking_code: trackingNumber, status_code: code, order_code: reference, locate } = read;
  return {
    is: 'scan',
    ...(reference && { reference }),
    event: {
      trackingNumber,
      code,
      occurredAt,
      ...(transaction !== undefined && { eventId: transaction }),
      ...(locate && { location: { text: locate } }),
    },
  };
};

/**
 * EMS as a carrier: orders under our `order_code`, reported by webhook, asked after by its own number. No question by
 * our reference is public, so a lost answer stays a doubt until its webhook names the parcel, or a person looks. Source:
 * docws.ems.com.vn, where the address is http. Confidence A for the calls, C for the codes: three are explained.
 */
export const ems = (account: EmsAccount): PostalCarrier => {
  const talk = async (method: 'GET' | 'POST', path: string, body: unknown = {}) => {
    const url = new URL(`${account.url}/api/v1${path}`);
    url.searchParams.set('merchant_token', account.merchantToken);
    const said = await call({
      url: url.href,
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    if (said.is !== 'said') return said;
    const reply = Reply.safeParse(said.value).data;
    return reply ? ({ is: 'reply', ...reply, value: said.value } as const) : doubt('no-code');
  };
  return {
    via: 'ems',
    longestCall,
    place: async (consignment) => {
      const order = orderOf(consignment, account);
      if (!order) return { is: 'refused', because: 'address-insufficient', reason: 'place-without-ems-code' };
      const said = await talk('POST', '/orders/create-v2', order);
      if (said.is !== 'reply') return said;
      if (said.code !== 'success') return verdictOf(verdicts, said.code, said.value);
      const created = Created.safeParse(oneOf(said.data)).data;
      return created
        ? { is: 'taken', placed: { trackingNumber: created.tracking_code } }
        : doubt('success without a code');
    },
    lookUp: async () => doubt('no-question-by-reference'),
    cancel: async (_reference, placed) => {
      if (!placed) return doubt('no-number');
      if (account.cancelPath === undefined) return { is: 'refused', reason: 'no-cancel-path' };
      const said = await talk('POST', account.cancelPath, { tracking_code: placed.trackingNumber });
      if (said.is !== 'reply') return said;
      if (said.code === 'success') return { is: 'cancelled' };
      return ofItself(said.value) ?? { is: 'refused', reason: safe(said.code) };
    },
    following: {
      asking: {
        every: hours(2),
        history: async (reference, { trackingNumber }) => {
          const said = await talk('GET', `/orders/tracking/${encodeURIComponent(trackingNumber)}`);
          if (said.is !== 'reply') return said;
          const traced = Traced.safeParse(said.data).data;
          if (said.code !== 'success' || !traced) return doubt(safe(said.code));
          return {
            is: 'history',
            told: traced.map((line) => readTrace(line, reference, trackingNumber)),
          };
        },
      },
    },
  };
};

const readTrace = (line: unknown, reference: string, trackingNumber: string): CarrierTold => {
  const read = Trace.safeParse(line).data;
  const occurredAt = read && carrierTime(read.tracedate, 'yyyy-MM-dd HH:mm:ss');
  if (!read || !occurredAt) return { is: 'unreadable', why: 'ems-trace' };
  return { is: 'scan', reference, event: { trackingNumber, code: read.status, occurredAt } };
};

const endOf = (side: 'from' | 'to', end: ConsignmentEnd, { places }: EmsAccount) => {
  const place = places[end.commune.code] ?? places[end.province.code];
  return (
    place && {
      [`${side}_name`]: end.name,
      [`${side}_phone`]: end.phone,
      [`${side}_address`]: wholeAddress(end),
      [`${side}_province`]: place.province,
      [`${side}_district`]: place.district,
      [`${side}_ward`]: place.ward,
    }
  );
};

/** Nothing when EMS has no name for one of the two places. */
const orderOf = (
  { reference, from, to, cod, contents, note, weightGrams }: Consignment,
  account: EmsAccount,
) => {
  const [sender, receiver] = [endOf('from', from, account), endOf('to', to, account)];
  if (!sender || !receiver) return undefined;
  return {
    order_code: reference,
    inventory: account.inventory,
    ...sender,
    ...receiver,
    product_name: contents,
    total_amount: 0,
    total_quantity: 1,
    total_weight: weightGrams,
    money_collect: cod,
    description: note,
    service: account.service,
    checked: false,
    fragile: false,
    vas: [],
  };
};
