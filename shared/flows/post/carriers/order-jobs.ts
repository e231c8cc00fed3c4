import { seconds } from '../../../domain/values/instant.ts';
import type { PostalPartner } from '../../../domain/post/partner/partner.ts';
import { claimJobs } from '../partner/claim-jobs.ts';
import { openOrder } from './open-order.ts';
import { settleOrder, type OrderSettled } from './settle-order.ts';
import type { CarrierWork } from './carrier-work.ts';
import type { Polls } from '../../../domain/post/partner/polling.ts';

type Ports = CarrierWork & {
  polls: Pick<Polls, 'noted'>;
  newId: () => string;
  sha256: (text: string) => string;
};

export type Ordered = { orders: OrderSettled[]; claimed: number; givenUp: string[] };

const atOnce = 10;
const leaseSeconds = seconds(3600) / 1000;

/**
 * Claims jobs as this partner and orders each at its carrier. What an earlier round leased and did not get done comes
 * first; nothing is claimed that there is no time for.
 */
export const orderJobs =
  (ports: Ports) =>
  async (partner: PostalPartner, hasTime: () => boolean): Promise<Ordered> => {
    const done: Ordered = { orders: [], claimed: 0, givenUp: [] };
    const order = async (jobId: string): Promise<void> => {
      done.orders.push(await settleOrder(ports)(await openOrder(ports)(partner.code, jobId), hasTime));
    };
    let cursor: string | undefined;
    do {
      const page = await ports.jobs.heldBy(partner.code, ['leased'], cursor);
      for (const job of page.items) if (hasTime()) await order(job.jobId);
      cursor = page.cursor;
    } while (cursor !== undefined && hasTime());

    while (hasTime()) {
      const request = { claimId: ports.newId(), maxJobs: atOnce, leaseSeconds, filter: {} };
      const claimed = await claimJobs(ports)(partner.code, request);
      if (claimed.is !== 'claimed') return done;
      const { jobs } = claimed.answer;
      done.claimed += jobs.length;
      done.givenUp.push(...claimed.givenUp);
      for (const { jobId } of jobs) if (hasTime()) await order(jobId);
      if (jobs.length < atOnce) return done;
    }
    return done;
  };
