import * as z from 'zod';
import { type Instant, minutes } from '../../../domain/values/instant.ts';
import { carrierTime } from '../../../domain/post/tracking/carrier-time.ts';
import { dayOf } from '../../../domain/values/day.ts';
import type { Placed, PostalCarrier, CarrierTold } from '../../../domain/post/partner/postal-carrier.ts';
import { maybe, written } from '../../../domain/values/wire/written.ts';
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
import { type MyVnPostAccount, myVnPostOrder } from './myvnpost-order.ts';
import { sessions } from './session.ts';

/** No error table is public: a failure is a sentence. Confidence C: every refusal is one that nobody taught us. */
const verdicts = {} as const satisfies OrderVerdicts;

/** Statuses of the cancellation: 00 done, 02 waits for approval, everything else is a no. */
const cancelled = '00';
const awaitsApproval = '02';
/** How far back the list of orders is searched, in pages. */
const mostPages = 20;
const pageSize = 100;

const Token = z.object({ token: z.string().min(1) });
const Order = z.object({
  itemCode: written(40),
  originalID: maybe(written(60)),
});
const Named = z.object({ saleOrderCode: written(60) });
const Listed = z.object({ results: z.array(z.unknown()) });
const Case = z
  .object({ Type: maybe(written(200)), type: maybe(written(200)) })
  .transform(({ Type, type }) => Type ?? type);
const Line = z.object({
  statusCode: written(60),
  createdDate: z.string(),
  createdHour: z.string(),
});
const History = z.object({ data: z.object({ statusHistory: maybe(z.array(z.unknown())) }) });

const placedOf = ({ itemCode, originalID }: z.infer<typeof Order>): Placed => ({
  trackingNumber: itemCode,
  ...(originalID !== undefined && { id: originalID }),
});

/**
 * MyVNPost as a carrier: a token by user and password, orders by JSON, parcels asked after one by one. It has no
 * question by our reference, so a lost answer is looked for in the list of orders changed since, where `saleOrderCode`
 * is ours. Source: my-uat.vnpost.vn/static as two public integrations read it. Confidence B for the calls, C for the
 * list's fields and for the form of the history's dates, which is a setting.
 */
export const myVnPost = (account: MyVnPostAccount, clock: () => Instant): PostalCarrier => {
  const { customerCode, dateForm } = account;
  const at = (path: string, query: Record<string, string> = {}): string => {
    const url = new URL(`${account.url}/customer-partner${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  };
  const session = sessions(async () => {
    const { username, password } = account;
    const said = await call({
      url: at('/GetAccessToken'),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password, customerCode }),
    });
    if (said.is !== 'said') return said;
    const token = Token.safeParse(said.value).data;
    // How long it lasts is not said; public client code keeps it for an hour.
    return token ? { is: 'open', token: token.token, seconds: 3000 } : busy('no-token', 'mended');
  }, clock);
  const talk = async (method: 'GET' | 'POST', url: string, body?: unknown) => {
    const open = await session.current();
    if (open.is !== 'open') return open;
    const headers = { token: open.token, 'content-type': 'application/json' };
    const said = await call({ url, method, headers, body: JSON.stringify(body ?? {}) });
    if (said.is === 'busy' && /http-40[13]/.test(said.reason)) session.forget();
    return said;
  };

  return {
    via: 'myvnpost',
    longestCall: 2 * longestCall,
    place: async (consignment) => {
      const said = await talk('POST', at('/CreateOrder'), myVnPostOrder(consignment, account));
      if (said.is !== 'said') return said;
      const order = Order.safeParse(said.value).data;
      if (order) return { is: 'taken', placed: placedOf(order) };
      if (said.status >= 400) return verdictOf(verdicts, `http-${said.status}`, said.value);
      return ofItself(said.value) ?? doubt('no-item-code');
    },
    lookUp: async (reference, since) => {
      const range = { lastUpdateFrom: dayMonthYear(since), lastUpdateTo: dayMonthYear(clock()) };
      for (let page = 0; page < mostPages; page += 1) {
        const query = {
          ...range,
          type: 'GUI',
          size: String(pageSize),
          page: String(page),
          isInternational: 'false',
        };
        const said = await talk('GET', at('/GetListOrder', query));
        if (said.is !== 'said') return said;
        const listed = Listed.safeParse(said.value).data;
        if (!listed) return doubt('no-list');
        const mine = listed.results.find((row) => Named.safeParse(row).data?.saleOrderCode === reference);
        if (mine !== undefined) {
          const order = Order.safeParse(mine).data;
          return order ? { is: 'found', placed: placedOf(order) } : doubt('order-without-number');
        }
        if (listed.results.length < pageSize) return { is: 'not-there' };
      }
      return doubt('list-too-long');
    },
    cancel: async (_reference, placed) => {
      if (placed?.id === undefined) return doubt('no-id');
      const said = await talk('POST', at('/orderCancel'), { OriginalId: placed.id });
      if (said.is !== 'said') return said;
      const type = Case.safeParse(said.value).data;
      if (type === cancelled) return { is: 'cancelled' };
      if (type === awaitsApproval) return { is: 'busy', reason: 'awaits-approval', retryAfter: minutes(30) };
      if (type === undefined) return ofItself(said.value) ?? doubt('no-type');
      return ofItself(said.value) ?? { is: 'refused', reason: safe(type) };
    },
    following: {
      asking: {
        every: minutes(30),
        history: async (reference, { trackingNumber }) => {
          const said = await talk('GET', at('/GetStatusHistoryOrder', { type: '1', code: trackingNumber }));
          if (said.is !== 'said') return said;
          const history = History.safeParse(said.value).data;
          if (!history) return doubt('no-history');
          const lines = history.data.statusHistory ?? [];
          return {
            is: 'history',
            told: lines.map((line) => readLine(line, reference, trackingNumber, dateForm)),
          };
        },
      },
    },
  };
};

/** One line of a history; its day and hour are Viet Nam's and carry no offset. */
const readLine = (
  line: unknown,
  reference: string,
  trackingNumber: string,
  dateForm: MyVnPostAccount['dateForm'],
): CarrierTold => {
  const read = Line.safeParse(line).data;
  const occurredAt = read && carrierTime(`${read.createdDate} ${read.createdHour}`, `${dateForm} HH:mm:ss`);
  if (!read || !occurredAt) return { is: 'unreadable', why: 'myvnpost-line' };
  return { is: 'scan', reference, event: { trackingNumber, code: read.statusCode, occurredAt } };
};

const dayMonthYear = (instant: Instant): string => dayOf(instant).split('-').toReversed().join('-');
