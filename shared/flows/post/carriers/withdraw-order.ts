import type { CarrierOrder, OrderStep } from '../../../domain/post/carrier-orders/carrier-order.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { mayHappen } from '../../../domain/post/job/dispatch-moves.ts';
import type { PostalCarrier } from '../../../domain/post/partner/postal-carrier.ts';
import { answerCancel } from '../partner/answer-cancel.ts';
import { type CarrierWork, held } from './carrier-work.ts';

/**
 * Asks the carrier to forget an order that nobody wants, and brings its answer to the job that asked. An order that was
 * cancelled before counts as cancelled, so this may be done twice.
 */
export const withdrawOrder = async (
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
