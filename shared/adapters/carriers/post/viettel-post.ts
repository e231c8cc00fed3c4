import * as z from 'zod';
import { carrierTime } from '../../../domain/post/tracking/carrier-time.ts';
import {
  type Consignment,
  type ConsignmentEnd,
  wholeAddress,
} from '../../../domain/post/carrier-orders/consignment.ts';
import type { PostalCarrier, CarrierTold } from '../../../domain/post/partner/postal-carrier.ts';
import { digits, flag, maybe, written } from '../../../domain/values/wire/written.ts';
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

/** What Viettel Post is told of us: a long-lived token of `ownerconnect`, and the main service of the contract. */
export const ViettelPostAccount = z.strictObject({
  via: z.literal('viettel-post'),
  url: z.url().default('https://partner.viettelpost.vn'),
  token: z.string().min(1),
  /** Such as VCN, LCOD. */
  orderService: z.string().min(1),
  /** What it puts into every call of its webhook, beside the word in the path. */
  webhookToken: z.string().min(1).optional(),
});
export type ViettelPostAccount = z.infer<typeof ViettelPostAccount>;

/** Its failures are sentences beside a number; 201 and 202 speak of the token (public client code). */
const verdicts = {
  '201': { is: 'busy', until: 'mended', means: 'token', source: 'B' },
  '202': { is: 'busy', until: 'mended', means: 'token', source: 'B' },
} as const satisfies OrderVerdicts;

/** The update of an order that cancels it; possible while its status is below 200. */
const typeCancel = 4;

const Reply = z.object({
  status: digits,
  error: maybe(flag),
  data: z.unknown().optional(),
});
const Created = z.object({ ORDER_NUMBER: written(40) });

const Call = z.object({
  DATA: z.object({
    ORDER_NUMBER: written(40),
    ORDER_REFERENCE: maybe(written(60)),
    ORDER_STATUSDATE: z.string(),
    ORDER_STATUS: written(60),
    IS_RETURNING: maybe(flag),
    LOCALION_CURRENTLY: maybe(written(200)),
  }),
});

/** The token stands in the body; undefined when there is none to be read. */
export const viettelPostToken = (value: unknown): string | undefined =>
  z.object({ TOKEN: z.string() }).safeParse(value).data?.TOKEN;

/**
 * What a call of the webhook says: the time is Viet Nam's, day first. The codes come again on the way back, and only
 * IS_RETURNING tells; where it is missing the leg is left open, and the parcel's own journey tells.
 */
export const readViettelPostCall = (value: unknown): CarrierTold => {
  const read = Call.safeParse(value).data?.DATA;
  const occurredAt = read && carrierTime(read.ORDER_STATUSDATE, 'dd/MM/yyyy HH:mm:ss');
  if (!read || !occurredAt) return { is: 'unreadable', why: 'viettel-post-call' };
  const { ORDER_NUMBER: trackingNumber, ORDER_STATUS: code, ORDER_REFERENCE: reference } = read;
  const leg = legOf(read.IS_RETURNING);
  const where = read.LOCALION_CURRENTLY;
  return {
    is: 'scan',
    ...(reference && { reference }),
    event: {
      trackingNumber,
      code,
      occurredAt,
      ...(leg && { leg }),
      ...(where && { location: { text: where } }),
    },
  };
};

const legOf = (isReturning: boolean | undefined): 'outward' | 'return' | undefined => {
  if (isReturning === undefined) return undefined;
  return isReturning ? 'return' : 'outward';
};

/**
 * Viettel Post as a carrier: whole addresses in words, our reference as ORDER_NUMBER, which comes back as
 * ORDER_REFERENCE. No question by our reference is public, so a lost answer stays a doubt until its webhook names the
 * parcel, or a person looks. Source: public client code. Confidence B for the calls, C for the failures.
 */
export const viettelPost = (account: ViettelPostAccount): PostalCarrier => {
  const talk = async (path: string, body: unknown) => {
    const said = await call({
      url: `${account.url}/v2${path}`,
      headers: { 'content-type': 'application/json', token: account.token },
      body: JSON.stringify(body),
    });
    if (said.is !== 'said') return said;
    const reply = Reply.safeParse(said.value).data;
    return reply ? ({ is: 'reply', ...reply, value: said.value } as const) : doubt('no-status');
  };
  return {
    via: 'viettel-post',
    longestCall,
    place: async (consignment) => {
      const said = await talk('/order/createOrderNlp', orderOf(consignment, account));
      if (said.is !== 'reply') return said;
      if (said.error || said.status !== 200) return verdictOf(verdicts, String(said.status), said.value);
      const created = Created.safeParse(said.data).data;
      return created
        ? { is: 'taken', placed: { trackingNumber: created.ORDER_NUMBER } }
        : doubt('200 without a number');
    },
    lookUp: async () => doubt('no-question-by-reference'),
    cancel: async (_reference, placed) => {
      if (!placed) return doubt('no-number');
      const said = await talk('/order/UpdateOrder', {
        TYPE: typeCancel,
        ORDER_NUMBER: placed.trackingNumber,
        NOTE: 'Huy don',
      });
      if (said.is !== 'reply') return said;
      if (!said.error && said.status === 200) return { is: 'cancelled' };
      if (said.status === 201 || said.status === 202) return busy('token', 'mended');
      return ofItself(said.value) ?? { is: 'refused', reason: safe(String(said.status)) };
    },
    following: {},
  };
};

const endOf = (side: 'SENDER' | 'RECEIVER', end: ConsignmentEnd) => ({
  [`${side}_FULLNAME`]: end.name,
  [`${side}_PHONE`]: end.phone,
  [`${side}_ADDRESS`]: wholeAddress(end),
});

/** ORDER_PAYMENT 1: nothing to collect, 2: postage and goods, 3: goods, 4: postage. PRODUCT_TYPE TH: papers. */
const orderOf = (
  { reference, from, to, cod, payer, contents, note, weightGrams }: Consignment,
  account: ViettelPostAccount,
) => ({
  ORDER_NUMBER: reference,
  ...endOf('SENDER', from),
  ...endOf('RECEIVER', to),
  PRODUCT_NAME: contents,
  PRODUCT_DESCRIPTION: contents,
  PRODUCT_QUANTITY: 1,
  PRODUCT_PRICE: 0,
  PRODUCT_WEIGHT: weightGrams,
  PRODUCT_TYPE: 'TH',
  ORDER_PAYMENT: cod > 0 ? 3 : payer === 'recipient' ? 4 : 1,
  ORDER_SERVICE: account.orderService,
  ORDER_NOTE: note,
  MONEY_COLLECTION: cod,
});
