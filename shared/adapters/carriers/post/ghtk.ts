import * as z from 'zod';
import { hours, InstantWithOffset } from '../../../domain/values/instant.ts';
import { carrierTime } from '../../../domain/post/tracking/carrier-time.ts';
import { type Consignment, wholeAddress } from '../../../domain/post/carrier-orders/consignment.ts';
import type { Placed, PostalCarrier, CarrierTold } from '../../../domain/post/partner/postal-carrier.ts';
import { flag, maybe, written } from '../../../domain/values/wire/written.ts';
import { call, doubt, longestCall, ofItself, type OrderVerdicts, safe, verdictOf } from './carrier-call.ts';

/** What Giao Hàng Tiết Kiệm is told of us. `districtWord` stands where it wants a district that there is not any more. */
export const GhtkAccount = z.strictObject({
  via: z.literal('ghtk'),
  url: z.url().default('https://services.giaohangtietkiem.vn'),
  token: z.string().min(1),
  clientSource: z.string().min(1),
  districtWord: z.string().default(''),
});
export type GhtkAccount = z.infer<typeof GhtkAccount>;

/** `error_code` (docs.giaohangtietkiem.vn, "Handling errors"), as far as its tables could be read. */
export const ghtkVerdicts = {
  '10101': { is: 'unknown', means: 'internal-error', source: 'A' },
  '10103': { is: 'unknown', means: 'down', source: 'A' },
  '20101': { is: 'busy', until: 'mended', means: 'token', source: 'A' },
  '20102': { is: 'busy', until: 'mended', means: 'refer-token', source: 'A' },
  '30101': { is: 'refused', because: 'carrier-refused', means: 'order-missing', source: 'A' },
  '30102': { is: 'refused', because: 'carrier-refused', means: 'id-too-long', source: 'A' },
  '30103': { is: 'refused', because: 'not-mailable', means: 'weight-missing', source: 'A' },
  '30104': { is: 'refused', because: 'not-mailable', means: 'transport', source: 'A' },
} as const satisfies OrderVerdicts;

/** It has an order with this id (public client code); its own number may stand beside it. Confidence B. */
const orderExists = 'ORDER_ID_EXIST';
/** Already cancelled: the sentence is all that tells (docs.giaohangtietkiem.vn, "Order Cancellation API"). */
const alreadyCancelled = /trạng thái hủy/u;

const Failure = z.object({
  error_code: maybe(written(200)),
  error: maybe(z.object({ code: written(200), ghtk_label: maybe(written(40)) })),
  message: maybe(z.string()),
});
const Reply = z.object({ success: flag, order: z.unknown().optional() }).and(Failure);
const Label = written(40);
const Created = z.object({ label: Label });
const Status = z.object({ label_id: Label, status: written(60), modified: z.string() });

/** Its own sample writes the offset into a form as it is, where a plus means a space. */
const withPlus = (time: string): string => time.replace(/ (?=\d{2}:\d{2}$)/, '+');

const Call = z.object({
  label_id: Label,
  partner_id: maybe(written(60)),
  status_id: written(60),
  return_part_package: z.union([z.int(), z.string()]).nullish().catch(undefined),
  action_time: z.string().transform(withPlus).pipe(InstantWithOffset),
});

/** What a call of GHTK's webhook says; the same fields come as a form or as JSON. `pick_money` is what is due, not cash. */
export const readGhtkCall = (fields: unknown): CarrierTold => {
  const read = Call.safeParse(fields).data;
  if (!read) return { is: 'unreadable', why: 'ghtk-call' };
  const {
    label_id: trackingNumber,
    partner_id: reference,
    status_id: status,
    action_time: occurredAt,
  } = read;
  // The recipient kept a part, under the very numbers of a delivery.
  const code = String(read.return_part_package ?? '') === '1' ? partOf(status) : status;
  return {
    is: 'scan',
    ...(reference !== undefined && { reference }),
    event: { trackingNumber, code, occurredAt },
  };
};

const partOf = (status: string): string => (['5', '6'].includes(status) ? `${status}/part` : status);

const placedIn = (label: string): Placed => ({ trackingNumber: label });

/**
 * Giao Hàng Tiết Kiệm as a carrier: orders under our id, which it takes once, found and cancelled by
 * `partner_id:`; reported by a webhook that only 200 satisfies. Source: docs.giaohangtietkiem.vn. Confidence A for the
 * calls, B for the answer to a repeated order, C for the zone of `modified`, read as Viet Nam's.
 */
export const ghtk = (account: GhtkAccount): PostalCarrier => {
  const talk = async (method: 'GET' | 'POST', path: string, body: unknown = {}) => {
    const said = await call(
      {
        url: `${account.url}/services/shipment${path}`,
        method,
        headers: {
          token: account.token,
          'x-client-source': account.clientSource,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      },
      [404],
    );
    if (said.is !== 'said') return said;
    const reply = Reply.safeParse(said.value).data;
    return reply ? ({ is: 'reply', ...reply, value: said.value } as const) : doubt('no-success');
  };
  const codeIn = ({ error, error_code: code }: z.infer<typeof Failure>): string =>
    error?.code ?? code ?? 'no-code';
  const status = async (reference: string) =>
    talk('GET', `/v2/${encodeURIComponent(`partner_id:${reference}`)}`);
  /** Only a failure without a code of the system or the token means that there is no such order. */
  const isAbsent = (said: z.infer<typeof Failure> & { value: unknown }): boolean =>
    ['no-code', '10104'].includes(codeIn(said)) && ofItself(said.value) === undefined;

  return {
    via: 'ghtk',
    longestCall,
    place: async (consignment) => {
      const said = await talk('POST', '/order/?ver=1.5', orderOf(consignment, account));
      if (said.is !== 'reply') return said;
      const created = Created.safeParse(said.order).data;
      if (said.success)
        return created ? { is: 'taken', placed: placedIn(created.label) } : doubt('success without a label');
      const code = codeIn(said);
      const label = said.error?.ghtk_label;
      if (code === orderExists)
        return { is: 'taken-before', ...(label !== undefined && { placed: placedIn(label) }) };
      return verdictOf(ghtkVerdicts, code, said.value);
    },
    lookUp: async (reference) => {
      const said = await status(reference);
      if (said.is !== 'reply') return said;
      const found = Status.safeParse(said.order).data;
      if (said.success)
        return found ? { is: 'found', placed: placedIn(found.label_id) } : doubt('success without an order');
      return isAbsent(said) ? { is: 'not-there' } : doubt(safe(codeIn(said)));
    },
    cancel: async (reference) => {
      const said = await talk('POST', `/cancel/${encodeURIComponent(`partner_id:${reference}`)}`);
      if (said.is !== 'reply') return said;
      if (said.success || alreadyCancelled.test(said.message ?? '')) return { is: 'cancelled' };
      const code = codeIn(said);
      const verdict = verdictOf(ghtkVerdicts, code, said.value);
      return verdict.is === 'refused' ? { is: 'refused', reason: safe(code) } : verdict;
    },
    following: {
      asking: {
        every: hours(6),
        history: async (reference) => {
          const said = await status(reference);
          if (said.is !== 'reply') return said;
          if (!said.success) return isAbsent(said) ? { is: 'not-there' } : doubt(safe(codeIn(said)));
          return { is: 'history', told: [readStatus(said.order, reference)] };
        },
      },
    },
  };
};

/** The status as it is, and when it became so; what was before is not told. */
const readStatus = (order: unknown, reference: string): CarrierTold => {
  const read = Status.safeParse(order).data;
  const occurredAt = read && carrierTime(read.modified, 'yyyy-MM-dd HH:mm:ss');
  if (!read || !occurredAt) return { is: 'unreadable', why: 'ghtk-status' };
  return { is: 'scan', reference, event: { trackingNumber: read.label_id, code: read.status, occurredAt } };
};

/** `is_freeship` 1: nothing but `pick_money` is collected. Weights are kilograms here. `hamlet` may not be empty. */
const orderOf = (
  { reference, from, to, cod, payer, contents, note, weightGrams }: Consignment,
  { districtWord }: GhtkAccount,
) => ({
  products: [{ name: contents, weight: weightGrams / 1000, quantity: 1 }],
  order: {
    id: reference,
    pick_name: from.name,
    pick_address: wholeAddress(from),
    pick_province: from.province.name,
    pick_district: from.district ?? districtWord,
    pick_ward: from.commune.name,
    pick_tel: from.phone,
    name: to.name,
    address: wholeAddress(to),
    province: to.province.name,
    district: to.district ?? districtWord,
    ward: to.commune.name,
    hamlet: 'Khác',
    tel: to.phone,
    is_freeship: payer === 'office' ? '1' : '0',
    pick_money: cod,
    value: 0,
    note,
    transport: 'road',
  },
});
