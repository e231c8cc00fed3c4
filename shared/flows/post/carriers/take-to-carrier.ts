import { minutes, plus } from '../../../domain/values/instant.ts';
import {
  type CarrierOrder,
  type OrderStep,
  surelyArrivedBy,
  triedAgainAt,
} from '../../../domain/post/carrier-orders/carrier-order.ts';
import { consignmentOf } from '../../../domain/post/carrier-orders/consignment.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import type { Placed, Placing, PostalCarrier } from '../../../domain/post/partner/postal-carrier.ts';
import { type CarrierWork, held, waits } from './carrier-work.ts';
import { withdrawOrder } from './withdraw-order.ts';

/** Whoever dies between asking and writing down the answer is followed by the clock no sooner than this. */
const answerMayTake = minutes(1);

/** One question to the carrier, and the move that its answer makes. */
export const takeToCarrier =
  (work: CarrierWork) =>
  async (
    act: 'ask' | 'look-up' | 'cancel',
    order: CarrierOrder,
    job: DispatchJob | undefined,
  ): Promise<OrderStep | 'look-again'> => {
    const carrier = work.carriers(order.partner);
    if (!carrier) return waits(order, work, 'no-account');
    switch (act) {
      case 'ask':
        return ask(work, carrier, order, job);
      case 'look-up':
        return carrier.lookUp ? find(work, carrier, order) : findByAsking(work, carrier, order, job);
      case 'cancel':
        return withdrawOrder(work, carrier, order, job);
    }
  };

const taken = ({ clock }: CarrierWork, { trackingNumber, id }: Placed): OrderStep => ({
  happened: 'taken',
  at: clock(),
  set: { trackingNumber, ...(id !== undefined && { carrierId: id }) },
});

/** Says that it asks, asks, and answers with what came of it. */
const ask = async (
  work: CarrierWork,
  carrier: PostalCarrier,
  order: CarrierOrder,
  job: DispatchJob | undefined,
): Promise<OrderStep | 'look-again'> => {
  const { orders, clock, places } = work;
  if (!job) return 'look-again';
  const consignment = consignmentOf(job, order.reference, await places());
  const at = clock();
  const happened = order.state === 'noted' ? 'asked' : 'asked-again';
  const dueAt = plus(at, answerMayTake);
  const asking = await orders.move(order, { happened, at, set: { askedAt: at }, dueAt });
  if (!asking) return 'look-again';
  const said = await carrier.place(consignment);
  const step =
    happened === 'asked'
      ? afterPlacing(work, asking, said)
      : await afterPlacingAgain(work, carrier, asking, said);
  // The caller's order is a move behind; this one is written here.
  await orders.move(asking, step);
  return 'look-again';
};

const afterPlacing = (work: CarrierWork, order: CarrierOrder, said: Placing): OrderStep => {
  const at = work.clock();
  switch (said.is) {
    case 'taken':
      return taken(work, said.placed);
    case 'taken-before':
      return said.placed ? taken(work, said.placed) : waits(order, work, 'taken-before');
    case 'refused':
      return { happened: 'refused', at, set: { because: said.because, reason: said.reason } };
    case 'busy': {
      const dueAt = triedAgainAt(order, at, said.retryAfter);
      return { happened: 'not-taken', at, set: { reason: said.reason }, dueAt };
    }
    case 'unknown':
      return waits(order, work, said.reason);
  }
};

/**
 * A no to a repeated order is no to the repetition alone; the first one may still have been taken. So a busy carrier
 * leaves the doubt, and a refusal counts only when the carrier has also let go of what it may have.
 */
const afterPlacingAgain = async (
  work: CarrierWork,
  carrier: PostalCarrier,
  order: CarrierOrder,
  said: Placing,
): Promise<OrderStep> => {
  if (said.is === 'busy') return held(order, work, said);
  if (said.is !== 'refused') return afterPlacing(work, order, said);
  const gone = await carrier.cancel(order.reference);
  return gone.is === 'cancelled' ? afterPlacing(work, order, said) : waits(order, work, said.reason);
};

const find = async (work: CarrierWork, carrier: PostalCarrier, order: CarrierOrder): Promise<OrderStep> => {
  const said = await carrier.lookUp!(order.reference, order.askedAt ?? order.notedAt);
  const at = work.clock();
  switch (said.is) {
    case 'found':
      return taken(work, said.placed);
    case 'not-there': {
      const believedAt = surelyArrivedBy(order);
      return at >= believedAt
        ? { happened: 'not-taken', at }
        : { happened: 'waits', at, set: { reason: 'may-still-arrive' }, dueAt: believedAt };
    }
    case 'busy':
    case 'unknown':
      return held(order, work, said);
  }
};

/** A carrier that knows a repeated order answers the question by the question. */
const findByAsking = async (
  work: CarrierWork,
  carrier: PostalCarrier,
  order: CarrierOrder,
  job: DispatchJob | undefined,
): Promise<OrderStep | 'look-again'> =>
  job?.state === 'leased' ? ask(work, carrier, order, job) : { happened: 'not-wanted', at: work.clock() };
