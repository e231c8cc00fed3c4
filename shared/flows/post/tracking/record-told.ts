import type { CarrierOrder, CarrierOrders } from '../../../domain/post/carrier-orders/carrier-order.ts';
import { readCode } from '../../../domain/post/tracking/carrier-codes.ts';
import { mayMend } from '../../../domain/post/carrier-orders/carrier-callback.ts';
import { tableNamed } from '../../../domain/post/tracking/code-tables.ts';
import type { PostalPartner } from '../../../domain/post/partner/partner.ts';
import type { CarrierTold } from '../../../domain/post/partner/postal-carrier.ts';
import type { TrackingRecord } from '../../../domain/post/tracking/tracking-record.ts';
import { recordTracking } from './record-tracking.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; orders: CarrierOrders; clock: Clock };

export type ToldEnded =
  | {
      is: 'recorded';
      outcome: 'APPLIED' | 'RECORDED' | 'QUARANTINED' | 'DUPLICATE';
      note?: TrackingRecord['note'];
    }
  | { is: 'nothing'; because: string }
  /** Not yet: `ours` says that we know the order, so that somebody has to look when it never works out. */
  | { is: 'again'; because: string; ours: boolean }
  | { is: 'stuck'; because: string };

/** Takes one thing that a carrier told of a parcel, by our own name of the order or else by the carrier's number. */
export const recordTold =
  (ports: Ports) =>
  async (partner: PostalPartner, told: CarrierTold): Promise<ToldEnded> => {
    switch (told.is) {
      case 'nothing':
        return { is: 'nothing', because: told.what };
      case 'unreadable':
        return { is: 'stuck', because: told.why };
      case 'scan':
        return scan(ports, partner, told);
    }
  };

const scan = async (
  { jobs, orders, clock }: Ports,
  partner: PostalPartner,
  { reference, event }: Extract<CarrierTold, { is: 'scan' }>,
): Promise<ToldEnded> => {
  const table = tableNamed(partner.codes);
  if (!table) throw new Error(`partner ${partner.code} has no code table`);
  const order = reference === undefined ? undefined : await orders.find(partner.code, reference);
  const { trackingNumber } = event;
  // Whoever scans it has it: that answers the question that an order in doubt still asks.
  if (order?.state === 'placing' && trackingNumber !== undefined)
    await orders.move(order, { happened: 'taken', at: clock(), set: { trackingNumber } });
  const reading = readCode(table, event.code, event.leg);
  if (order && reading.is === 'read' && reading.status === 'cancelled' && (await isEcho(jobs, order)))
    return { is: 'nothing', because: 'echo-of-our-withdrawal' };

  const known = { ...event, ...(order && { jobId: order.jobId }) };
  const result = await recordTracking({ jobs, clock })(partner.code, known, table);
  switch (result.outcome) {
    case 'APPLIED':
    case 'DUPLICATE':
      return { is: 'recorded', outcome: result.outcome };
    case 'RECORDED':
    case 'QUARANTINED':
      return { is: 'recorded', outcome: result.outcome, ...(result.note && { note: result.note }) };
    case 'REJECTED':
      return mayMend[result.problem]
        ? {
            is: 'again',
            because: result.problem,
            ours: order !== undefined || result.problem !== 'not-found',
          }
        : { is: 'stuck', because: result.problem };
  }
};

/** We have cancelled it ourselves, or nobody wants it: that the carrier says so too is no news for the job. */
const isEcho = async (jobs: DispatchJobs, { state, partner, jobId }: CarrierOrder): Promise<boolean> => {
  if (state !== 'withdrawing' && state !== 'withdrawn') return false;
  const job = await jobs.find({ partner }, jobId);
  return job?.acceptedAt === undefined || job.state === 'cancel-requested' || job.state === 'cancelled';
};
