import { baoTin } from '../../../domain/post/tracking/carriers/bao-tin.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { homeNumber } from '../../../domain/post/partner/ward-partner.ts';
import { acceptJob } from '../partner/accept-job.ts';
import { claimJobs } from '../partner/claim-jobs.ts';
import { recordTracking } from '../tracking/record-tracking.ts';

type Ports = Parameters<typeof acceptJob>[0] &
  Parameters<typeof claimJobs>[0] & { hash: (text: string) => string };
export type Begun = { taken: string[]; left: { jobId: string; because: string }[] };

/** Long enough to take everything along; what a crash leaves leased is on offer again after that. */
const leaseSeconds = 300;

/**
 * The ward's own people set out and take along what waits for them, under a number made from each job. It is a claim,
 * an acceptance and a scan like any partner's: the same round again takes the same papers, the next one what is left,
 * and what a crash left accepted goes along too.
 */
export const beginRound =
  (ports: Ports) =>
  async (ward: string, partner: string, request: { roundId: string; maxJobs: number }): Promise<Begun> => {
    const { roundId: claimId, maxJobs } = request;
    const { items } = await ports.jobs.heldBy(partner, ['accepted']);
    const waiting = items.filter((job) => job.ward === ward);
    const filter = { wards: [ward] };
    const claimed = await claimJobs(ports)(partner, { claimId, maxJobs, leaseSeconds, filter });
    const offers = claimed.is === 'claimed' ? claimed.answer.jobs : [];
    const left = (claimed.is === 'claimed' ? claimed.givenUp : []).map((jobId) => ({
      jobId,
      because: 'dead-letter',
    }));
    const taken: string[] = [];
    const setOut = async ({ jobId, acceptedAt }: DispatchJob): Promise<void> => {
      const occurredAt = acceptedAt ?? ports.clock(); // the same for a repeat, which has to be the same scan
      const scan = { jobId, eventId: 'set-out', code: 'out-for-delivery', occurredAt };
      const out = await recordTracking(ports)(partner, scan, baoTin);
      if (out.outcome === 'REJECTED') left.push({ jobId, because: out.problem });
      else taken.push(jobId);
    };
    for (const job of waiting) await setOut(job);
    for (const { jobId, lease } of offers.filter((offer) => !taken.includes(offer.jobId))) {
      const trackingNumber = homeNumber(ward, ports.hash(jobId));
      const accepted = await acceptJob(ports)(partner, jobId, { leaseEpoch: lease.epoch, trackingNumber });
      if (accepted.is === 'accepted') await setOut(accepted.job);
      else left.push({ jobId, because: accepted.is });
    }
    return { taken, left };
  };
