import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from '../sms/protocol.ts';
import type { CarrierInterface } from '../../../../shared/domain/post/partner/carrier-interfaces.ts';
import type { Depot, PostalOrder, Scan } from './depot.ts';

/** A request as it came in, its path without the carrier's prefix. */
export type PostalRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
};

/** A request for a journey; faults happen to these. `known` is said instead by carriers that know their orders. */
export type Ordering = {
  reference: string;
  cod: number;
  taken: (order: PostalOrder) => Reply;
  known?: (order: PostalOrder) => Reply;
};

export type Webhook = { headers: Record<string, string>; body: string };

/** How one carrier speaks. */
export type PostalProtocol = {
  name: CarrierInterface;
  /** What every path of it begins with here: `/ghn`. */
  prefix: string;
  answer: (request: PostalRequest, depot: Depot) => Promise<Ordering | { reply: Reply }>;
  /** What it says when it does not want an order, and when it has too much to do. */
  refused: Reply;
  busy: Reply;
  /** What its webhook says of a scan, for carriers that have one. */
  webhook?: (order: PostalOrder, scan: Scan) => Webhook;
};

export const nowhere = { reply: { status: 404, type: 'text/plain', body: 'no such address' } } as const;

/** `2026-03-02T02:15:00.000Z` is 09:15 in Viet Nam. */
const vietnam = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString();

/** `02/03/2026 09:15:00` */
export const dayFirst = (at: string): string => {
  const [date = '', time = ''] = vietnam(at).split('T');
  return `${date.split('-').toReversed().join('/')} ${time.slice(0, 8)}`;
};

/** `2026-03-02 09:15:00` */
export const yearFirst = (at: string): string => vietnam(at).slice(0, 19).replace('T', ' ');
