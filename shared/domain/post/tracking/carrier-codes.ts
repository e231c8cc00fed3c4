/**
 * What carriers' codes mean. One table per carrier and edition of its interface, data with source and confidence:
 * the same carrier shows different codes on different interfaces, and meanings drift between editions.
 */
import type { Happening } from '../job/dispatch-moves.ts';

/** Every code has exactly one of these meanings. */
export const trackingStatuses = [
  'registered', // an order or a label exists; the papers are still in the office
  'picked-up',
  'in-transit',
  'at-delivery-office',
  'out-for-delivery',
  'delivery-attempted',
  'held-for-pickup',
  'on-hold',
  'delivered',
  'partly-delivered', // the rest comes back
  'returning',
  'returned',
  'lost',
  'damaged',
  'cancelled',
  'money', // about cash; says nothing about the parcel, and books nothing
  'note', // kept on record only
] as const;
export type TrackingStatus = (typeof trackingStatuses)[number];

export type CodeTable = {
  /** `carrier/edition` */
  name: string;
  source: string;
  /** A: official and read by us; B: official names in independent public code; C: one source, or it varies. */
  confidence: 'A' | 'B' | 'C';
  codes: Readonly<Record<string, TrackingStatus>>;
  /** Codes that the carrier uses again on the way back: there they mean this. */
  onReturn?: Readonly<Record<string, TrackingStatus>>;
};

/** What a status does to a job, and its rank among scans of the same instant; nothing for what is only kept. */
export const effects: Readonly<Record<TrackingStatus, { happened: Happening; rank: number } | undefined>> = {
  registered: undefined,
  'picked-up': { happened: 'picked-up', rank: 1 },
  'in-transit': { happened: 'in-transit', rank: 2 },
  'at-delivery-office': { happened: 'in-transit', rank: 3 },
  'on-hold': { happened: 'on-hold', rank: 4 },
  'out-for-delivery': { happened: 'out-for-delivery', rank: 5 },
  'delivery-attempted': { happened: 'delivery-attempted', rank: 6 },
  'held-for-pickup': { happened: 'held-for-pickup', rank: 7 },
  'partly-delivered': { happened: 'partly-delivered', rank: 8 },
  returning: { happened: 'returning', rank: 8 },
  delivered: { happened: 'delivered', rank: 9 },
  returned: { happened: 'returned', rank: 9 },
  lost: { happened: 'lost', rank: 9 },
  damaged: { happened: 'damaged', rank: 9 },
  cancelled: { happened: 'carrier-cancelled', rank: 9 },
  money: undefined,
  note: undefined,
};

export type Reading = { is: 'read'; status: TrackingStatus } | { is: 'unknown-code' };

/**
 * What a code means on this leg of the journey; an unknown code is an answer too. Where the carrier leaves the leg out, a
 * code that it uses both ways goes outward until the parcel was seen to turn round.
 */
export const readCode = (
  table: CodeTable,
  code: string,
  leg?: 'outward' | 'return',
  isReturning = false,
): Reading => {
  const outward = Object.hasOwn(table.codes, code) ? table.codes[code] : undefined;
  if (outward === undefined) return { is: 'unknown-code' };
  const back = table.onReturn?.[code];
  if (leg === 'return') return { is: 'read', status: back ?? wayBack(outward) };
  const turned = leg === undefined && isReturning ? back : undefined;
  return { is: 'read', status: turned ?? outward };
};

/** On the way back nothing is at the citizen's door: what is delivered there is returned. */
const wayBack = (status: TrackingStatus): TrackingStatus => {
  if (status === 'delivered') return 'returned';
  return underwayStatuses.has(status) ? 'returning' : status;
};

const underwayStatuses: ReadonlySet<TrackingStatus> = new Set([
  'picked-up',
  'in-transit',
  'at-delivery-office',
  'out-for-delivery',
  'delivery-attempted',
  'held-for-pickup',
]);
