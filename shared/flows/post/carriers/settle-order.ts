import { minutes, plus } from '../../../domain/values/instant.ts';
import {
  type CarrierOrder,
  isStuck,
  nextAct,
  type OrderStep,
} from '../../../domain/post/carrier-orders/carrier-order.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import type { CarrierWork } from './carrier-work.ts';
import { takeToCarrier } from './take-to-carrier.ts';
import { reportToJob } from '../tracking/report-to-job.ts';
import { renewLease } from '../partner/renew-lease.ts';

export type OrderSettled = {
  partner: string;
  jobId: string;
  reference: string;
  state: CarrierOrder['state'];
  /** Why it waits; absent when it rests. */
  waits?: string;
  /** It has waited for so long, or the carrier will not let it go, that a person has to look. */
  stuck: boolean;
};

/** One call goes through so many acts at most; a healthy order needs four. */
const mostActs = 12;
/** A lease that lapses within this time is renewed. */
const leaseMargin = minutes(10);
const leaseSeconds = 3600;

/**
 * Goes on with an order until it stands, is over, or has to wait. Each act has one effect and then writes down what
 * came of it, so whoever finds the order after a death, at whatever line, goes on from there.
 */
export const settleOrder =
  (work: CarrierWork) =>
  async (begun: CarrierOrder, hasTime: () => boolean): Promise<OrderSettled> => {
    const { jobs, orders, clock } = work;
    let order = begun;
    const ended = (waits?: string): OrderSettled => ({
      partner: order.partner,
      jobId: order.jobId,
      reference: order.reference,
      state: order.state,
      ...(waits !== undefined && { waits }),
      stuck: isStuck(order, clock()),
    });

    for (let acts = 0; acts < mostActs; acts += 1) {
      if (order.dueAt !== undefined && order.dueAt > clock()) return ended(order.reason ?? 'its-time');
      const job = await jobs.find({ partner: order.partner }, order.jobId);
      const act = nextAct(order, job);
      if (act === 'rest') return ended();
      if (!hasTime()) return ended('no-time');
      if (job) await keepLease(work, order, job);
      const step: OrderStep | 'look-again' =
        act === 'ask' || act === 'look-up' || act === 'cancel'
          ? await takeToCarrier(work)(act, order, job)
          : await reportToJob(work)(act, order, job);
      const next =
        step === 'look-again'
          ? await orders.find(order.partner, order.reference)
          : await orders.move(order, step);
      if (!next) return ended('somebody-was-faster');
      order = next;
    }
    return ended('too-many-acts');
  };

/** While an order is under way the job stays ours, so that its attempts are not spent on a carrier that is slow. */
const keepLease = async (work: CarrierWork, { partner }: CarrierOrder, job: DispatchJob): Promise<void> => {
  const { state, visibleAt, leaseEpoch, jobId } = job;
  if (state !== 'leased' || visibleAt === undefined) return;
  if (visibleAt > plus(work.clock(), leaseMargin)) return;
  // Beyond the ceiling it lapses, and the next claim counts.
  await renewLease(work)(partner, jobId, { leaseEpoch, leaseSeconds });
};
