import {
  type CarrierOrder,
  type OrderStep,
  triedAgainAt,
  type CarrierOrders,
} from '../../../domain/post/carrier-orders/carrier-order.ts';
import type { Busy, Doubt, PostalCarriers } from '../../../domain/post/partner/postal-carrier.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';
import type { Places } from '../../../domain/values/places/places.ts';
import type { TrackingNumbers } from '../../../domain/post/paper/manifest.ts';

/** What working for a partner that does not pull needs. */
export type CarrierWork = {
  jobs: DispatchJobs;
  partners: Partners;
  numbers: TrackingNumbers;
  places: Places;
  orders: CarrierOrders;
  carriers: PostalCarriers;
  clock: Clock;
};

/** The order stays as it is and is tried again later. */
export const waits = (
  order: CarrierOrder,
  { clock }: CarrierWork,
  reason: string,
  atLeast = 0,
): OrderStep => {
  const at = clock();
  return { happened: 'waits', at, set: { reason }, dueAt: triedAgainAt(order, at, atLeast) };
};

/** It stays as it is, and is tried again when the carrier may have something to say. */
export const held = (order: CarrierOrder, work: CarrierWork, said: Busy | Doubt): OrderStep =>
  waits(order, work, said.reason, said.is === 'busy' ? said.retryAfter : 0);
