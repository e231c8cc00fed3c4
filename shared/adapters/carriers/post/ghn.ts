import * as z from 'zod';
import { hours, InstantWithOffset } from '../../../domain/values/instant.ts';
import type { Consignment } from '../../../domain/post/carrier-orders/consignment.ts';
import { wholeAddress } from '../../../domain/post/carrier-orders/consignment.ts';
import type { PostalCarrier, CarrierTold } from '../../../domain/post/partner/postal-carrier.ts';
import { digits, maybe, written } from '../../../domain/values/wire/written.ts';
import { call, doubt, longestCall, ofItself, type OrderVerdicts, safe, verdictOf } from './carrier-call.ts';

/** What GHN is told of us. `districtWord` stands where it wants a district that an address of today has not. */
export const GhnAccount = z.strictObject({
  via: z.literal('ghn'),
  url: z.url().default('https://online-gateway.ghn.vn'),
  token: z.string().min(1),
  shopId: z.int(),
  /** 2: light goods, 5: heavy goods (api.ghn.vn, "Create Order"). */
  serviceTypeId: z.union([z.literal(2), z.literal(5)]).default(2),
  districtWord: z.string().default(''),
  clientId: z.string().optional(),
});
export type GhnAccount = z.infer<typeof GhnAccount>;

/** GHN's `code_message`, beside a `code` that repeats the HTTP status (api.ghn.vn, samples of failures). */
export const ghnVerdicts = {
  SHOP_NOT_FOUND: { is: 'busy', until: 'mended', means: 'shop', source: 'A' },
  USER_ERR_COMMON: { is: 'refused', because: 'carrier-refused', means: 'request', source: 'A' },
} as const satisfies OrderVerdicts;

const Reply = z.object({
  code: digits,
  code_message: maybe(written(200)),
  data: z.unknown().optional(),
});
const Created = z.object({ order_code: written(40) });
const Scan = z.object({ status: written(60), updated_date: InstantWithOffset });
const Detail = z.object({ order_code: written(40), log: maybe(z.array(z.unknown())) });
const Cancelled = z.array(z.object({ result: z.boolean() })).min(1);
/** The samples show one order as a list of one. */
const oneOf = (data: unknown): unknown => (Array.isArray(data) ? data[0] : data);

/** What a call of GHN's webhook says, as api.ghn.vn describes it; times carry their offset. */
const Call = z.object({
  OrderCode: written(40),
  ClientOrderCode: maybe(written(60)),
  Status: written(60),
  Time: InstantWithOffset,
  Type: maybe(written(40)),
  Warehouse: maybe(written(200)),
});

/** Only these are about where the parcel is; others repeat its status beside a fee, a weight or the cash. */
const aboutTheParcel: readonly string[] = ['create', 'switch_status'];

/** `CODAmount` is what is to be collected, not what was, so no cash is booked from it. */
export const readGhnCall = (value: unknown): CarrierTold => {
  const read = Call.safeParse(value).data;
  if (!read) return { is: 'unreadable', why: 'ghn-call' };
  const {
    OrderCode: trackingNumber,
    ClientOrderCode: reference,
    Status: code,
    Time: occurredAt,
    Type = 'switch_status',
  } = read;
  if (!aboutTheParcel.includes(Type.toLowerCase())) return { is: 'nothing', what: safe(Type.toLowerCase()) };
  const location = read.Warehouse === undefined ? {} : { location: { text: read.Warehouse } };
  const event = { trackingNumber, code, occurredAt, ...location };
  return { is: 'scan', ...(reference !== undefined && { reference }), event };
};

/**
 * Giao Hàng Nhanh as a carrier: orders by JSON under our `client_order_code`, found again by it, reported by webhook;
 * asked after some hours too, since a webhook that fails eleven times is gone. Source: api.ghn.vn. Confidence A for the
 * calls, C for what it says about a code that it does not know: a 400 in its own form, read as "not there".
 */
export const ghn = (account: GhnAccount): PostalCarrier => {
  const talk = async (path: string, body: unknown) => {
    const headers = {
      'content-type': 'application/json',
      token: account.token,
      shopid: String(account.shopId),
    };
    const url = `${account.url}/shiip/public-api/v2${path}`;
    const said = await call({ url, headers, body: JSON.stringify(body) });
    if (said.is !== 'said') return said;
    const reply = Reply.safeParse(said.value).data;
    return reply ? ({ is: 'reply', ...reply, value: said.value } as const) : doubt('no-code');
  };
  const detail = async (reference: string) =>
    talk('/shipping-order/detail-by-client-code', { client_order_code: reference });

  /** It knows the shop and not the code; a failure of its own in the same form means nothing. */
  const isAbsent = (said: { code: number; code_message?: string | undefined; value: unknown }): boolean =>
    said.code === 400 && said.code_message !== 'SHOP_NOT_FOUND' && ofItself(said.value) === undefined;

  return {
    via: 'ghn',
    longestCall,
    place: async (consignment) => {
      const said = await talk('/shipping-order/create', orderOf(consignment, account));
      if (said.is !== 'reply') return said;
      if (said.code !== 200)
        return verdictOf(ghnVerdicts, said.code_message ?? String(said.code), said.value);
      const created = Created.safeParse(said.data).data;
      return created
        ? { is: 'taken', placed: { trackingNumber: created.order_code } }
        : doubt('200 without a code');
    },
    lookUp: async (reference) => {
      const said = await detail(reference);
      if (said.is !== 'reply') return said;
      if (isAbsent(said)) return { is: 'not-there' };
      if (said.code !== 200) return doubt(safe(said.code_message ?? String(said.code)));
      const found = Detail.safeParse(oneOf(said.data)).data;
      return found
        ? { is: 'found', placed: { trackingNumber: found.order_code } }
        : doubt('200 without an order');
    },
    cancel: async (_reference, placed) => {
      if (!placed) return doubt('no-number');
      const said = await talk('/switch-status/cancel', { order_codes: [placed.trackingNumber] });
      if (said.is !== 'reply') return said;
      const done = Cancelled.safeParse(said.data).data;
      if (said.code === 200 && done)
        return done[0]!.result ? { is: 'cancelled' } : { is: 'refused', reason: 'ghn' };
      return ofItself(said.value) ?? { is: 'refused', reason: safe(said.code_message ?? String(said.code)) };
    },
    following: {
      asking: {
        every: hours(6),
        history: async (reference) => {
          const said = await detail(reference);
          if (said.is !== 'reply') return said;
          const found = said.code === 200 ? Detail.safeParse(oneOf(said.data)).data : undefined;
          if (!found) return isAbsent(said) ? { is: 'not-there' } : doubt(safe(String(said.code)));
          return {
            is: 'history',
            told: (found.log ?? []).map((line) => readLog(line, reference, found.order_code)),
          };
        },
      },
    },
  };
};

const readLog = (line: unknown, reference: string, trackingNumber: string): CarrierTold => {
  const read = Scan.safeParse(line).data;
  if (!read) return { is: 'unreadable', why: 'ghn-log' };
  const { status: code, updated_date: occurredAt } = read;
  return { is: 'scan', reference, event: { trackingNumber, code, occurredAt } };
};

/** `payment_type_id` 1: the shop pays, 2: the receiver; `KHONGCHOXEMHANG`: not to be opened before it is taken. */
const orderOf = (
  { reference, from, to, cod, payer, weightGrams, contents, note }: Consignment,
  { serviceTypeId, districtWord }: GhnAccount,
) => ({
  client_order_code: reference,
  payment_type_id: payer === 'office' ? 1 : 2,
  required_note: 'KHONGCHOXEMHANG',
  note,
  content: contents,
  from_name: from.name,
  from_phone: from.phone,
  from_address: wholeAddress(from),
  from_ward_name: from.commune.name,
  from_district_name: from.district ?? districtWord,
  from_province_name: from.province.name,
  to_name: to.name,
  to_phone: to.phone,
  to_address: wholeAddress(to),
  to_ward_name: to.commune.name,
  to_district_name: to.district ?? districtWord,
  to_province_name: to.province.name,
  cod_amount: cod,
  weight: weightGrams,
  // An envelope of A4, in centimetres.
  length: 33,
  width: 24,
  height: 1,
  insurance_value: 0,
  service_type_id: serviceTypeId,
  items: [{ name: contents, quantity: 1, price: 0, weight: weightGrams }],
});
