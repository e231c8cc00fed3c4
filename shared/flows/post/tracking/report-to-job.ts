import type { CarrierOrder, OrderStep } from '../../../domain/post/carrier-orders/carrier-order.ts';
import { triedAgainAt } from '../../../domain/post/carrier-orders/carrier-order.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { acceptJob } from '../partner/accept-job.ts';
import { rejectJob } from '../partner/reject-job.ts';
import type { CarrierWork } from '../carriers/carrier-work.ts';

/** What an order has come to, told to our own job as any partner would tell it. */
export const reportToJob =
  (work: CarrierWork) =>
  async (
    act: 'accept' | 'stand' | 'tell-refusal' | 'let-go',
    order: CarrierOrder,
    job: DispatchJob | undefined,
  ): Promise<OrderStep | 'look-again'> => {
    const at = work.clock();
    switch (act) {
      case 'accept':
        return accept(work, order, job);
      case 'stand':
        return { happened: 'job-accepted', at };
      case 'tell-refusal':
        return refuse(work, order, job);
      case 'let-go':
        return order.state === 'noted' ? { happened: 'withdrawn', at } : { happened: 'not-wanted', at };
    }
  };

/**
 * The carrier took the papers over when it was asked, however late we hear of it: scans since then count. The number is
 * the carrier's, so its series has to be agreed with the partner.
 */
const accept = async (
  work: CarrierWork,
  order: CarrierOrder,
  job: DispatchJob | undefined,
): Promise<OrderStep | 'look-again'> => {
  const at = work.clock();
  const { partner, jobId, reference, trackingNumber, askedAt = at } = order;
  if (!job || trackingNumber === undefined) return 'look-again';
  const accepted = await acceptJob({ ...work, clock: () => askedAt })(partner, jobId, {
    leaseEpoch: job.leaseEpoch,
    trackingNumber,
    carrierReference: reference,
  });
  switch (accepted.is) {
    case 'accepted':
      return { happened: 'job-accepted', at };
    case 'lease-lost':
    case 'lease-ceiling':
    case 'job-cancelled':
    case 'invalid-transition':
    case 'not-found':
      return 'look-again'; // somebody else changed the job; it says what is to be done now
    case 'already-accepted-differently':
    case 'tracking-number-invalid':
    case 'tracking-number-taken':
    case 'no-number-left':
      return { happened: 'waits', at, set: { reason: accepted.is }, dueAt: triedAgainAt(order, at) };
  }
};

const refuse = async (
  work: CarrierWork,
  order: CarrierOrder,
  job: DispatchJob | undefined,
): Promise<OrderStep | 'look-again'> => {
  const { partner, jobId, because = 'carrier-refused' } = order;
  if (job?.state === 'leased') {
    const told = await rejectJob(work)(partner, jobId, { leaseEpoch: job.leaseEpoch, reason: because });
    if (told.is === 'lease-lost') return 'look-again';
  }
  return { happened: 'job-refused', at: work.clock() };
};
