import {
  type CarrierOrder,
  newOrder,
  orderIsOver,
  referenceOf,
  type CarrierOrders,
} from '../../../domain/post/carrier-orders/carrier-order.ts';
import type { Clock } from '../../../domain/values/instant.ts';

type Ports = { orders: CarrierOrders; clock: Clock; sha256: (text: string) => string };

/** A job is ordered anew at the same carrier so often at most; whoever offers it more often has another problem. */
const mostRounds = 50;

/**
 * The one order that this job has with its partner: the one under way, else a new one under a name that the carrier has
 * not seen. An order that the carrier would not let go is taken up again, since it still stands.
 */
export const openOrder =
  ({ orders, clock, sha256 }: Ports) =>
  async (partner: string, jobId: string): Promise<CarrierOrder> => {
    const fingerprint = sha256(jobId);
    for (let round = 1; round <= mostRounds; round += 1) {
      const reference = referenceOf(fingerprint, round);
      const known = await orders.find(partner, reference);
      const order = known ?? (await orders.open(newOrder(partner, jobId, reference, clock())));
      if (orderIsOver(order.state)) continue;
      if (order.state !== 'unwanted') return order;
      return (await orders.move(order, { happened: 'taken', at: clock() })) ?? order;
    }
    throw new Error(`${jobId} was ordered ${mostRounds} times at ${partner}`);
  };
