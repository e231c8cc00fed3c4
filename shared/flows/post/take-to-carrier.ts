import { minutes, plus } from '../../domain/instant.ts';
import {
  type CarrierOrder,
  type OrderStep,
  surelyArrivedBy,
  triedAgainAt,
} from '../../domain/post/carrier-order.ts';
import type { CarrierOrders, PostalCarriers } from '../../domain/post/carrier-ports.ts';
import { consignmentOf } from '../../domain/post/consignment.ts';
import { mayHappen } from '../../domain/post/dispatch-moves.ts';
import type { DispatchJob } from '../../domain/post/dispatch-job.ts';
import type { Clock, DispatchJobs, Partners, Places, TrackingNumbers } from '../../domain/post/ports.ts';
import type { Busy, Doubt, Placed, Placing, PostalCarrier } from '../../domain/post/postal-carrier.ts';
import { answerCancel } from './answer-cancel.ts';

export type CarrierWork = {
  jobs: DispatchJobs;
  partners: Partners;
  numbers: TrackingNumbers;
  places: Places;
  orders: CarrierOrders;
  carriers: PostalCarriers;
  clock: Clock;
};

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
        return cancel(work, carrier, order, job);
    }
  };

const waits = (order: CarrierOrder, { clock }: CarrierWork, reason: string, atLeast = 0): OrderStep => {
  const at = clock();
  return { happened: 'waits', at, set: { reason }, dueAt: triedAgainAt(order, at, atLeast) };
};

const held = (order: CarrierOrder, work: CarrierWork, said: Busy | Doubt): OrderStep =>
  waits(order, work, said.reason, said.is === 'busy' ? said.retryAfter : 0);

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
  const step = afterPlacing(work, asking, await carrier.place(consignment));
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

const cancel = async (
  work: CarrierWork,
  carrier: PostalCarrier,
  order: CarrierOrder,
  job: DispatchJob | undefined,
): Promise<OrderStep> => {
  const { trackingNumber, carrierId: id } = order;
  const placed =
    trackingNumber === undefined ? undefined : { trackingNumber, ...(id !== undefined && { id }) };
  const said = await carrier.cancel(order.reference, placed);
  const mine = job !== undefined && job.carrierReference === order.reference;
  const asked = mine && job.state === 'cancel-requested';
  const answer = answerCancel(work);
  const at = work.clock();
  switch (said.is) {
    case 'cancelled':
      if (asked) await answer(order.partner, order.jobId, { confirmed: true });
      else if (mine) await lose(work, order, job);
      return { happened: 'withdrawn', at };
    case 'refused':
      if (asked) await answer(order.partner, order.jobId, { confirmed: false, reason: said.reason });
      return {
        happened: mine && job.state !== 'cancelled' ? 'kept' : 'not-let-go',
        at,
        set: { reason: said.reason },
      };
    case 'busy':
    case 'unknown':
      return held(order, work, said);
  }
};

/** The office had been told that it cannot be stopped any more, and now it was stopped after all. */
const lose = async (
  { jobs, clock }: CarrierWork,
  { partner }: CarrierOrder,
  job: DispatchJob,
): Promise<void> => {
  const { jobId, revision } = job;
  if (mayHappen('carrier-cancelled', job.state))
    await jobs.step({ partner }, jobId, { happened: 'carrier-cancelled', at: clock(), onlyIf: { revision } });
};
