import { claiming } from '../../../domain/post/job/lease.ts';
import { acceptJob } from './accept-job.ts';
import { type Sealed, sealManifest } from '../paper/seal-manifest.ts';

/** Between the claim and the acceptance lie milliseconds; what a crash leaves leased is on offer again after this. */
const leaseSeconds = 60;

/**
 * A partner without a program takes papers by signing for them, so the ward's list speaks for it: what is on offer to it
 * is claimed and accepted under a number of its pool. What cannot be is left as it is, and the seal says why. Again is
 * harmless: what was accepted is on offer no more.
 */
export const acceptOnPaper =
  (ports: Parameters<typeof acceptJob>[0]) =>
  async (
    ward: string,
    { partner, manifestId, jobIds }: { partner: string; manifestId: string; jobIds: string[] },
  ): Promise<void> => {
    const agreed = await ports.partners.find(partner);
    if (!agreed?.onPaper) return;
    for (const jobId of jobIds) {
      const job = await ports.jobs.find({ ward }, jobId);
      if (job?.partner !== partner) continue;
      const claim = claiming(ports.clock(), { claimId: manifestId, maxJobs: 1, leaseSeconds, filter: {} });
      const made = await ports.jobs.step({ ward }, jobId, claim);
      if (made.is === 'moved') await acceptJob(ports)(partner, jobId, { leaseEpoch: made.job.leaseEpoch });
    }
  };

/** A ward seals its list. A partner without a program is spoken for first. */
export const sealForWard =
  (ports: Parameters<typeof acceptOnPaper>[0] & Parameters<typeof sealManifest>[0]) =>
  async (ward: string, manifestId: string): Promise<Sealed> => {
    const begun = await ports.manifests.find({ ward }, manifestId);
    if (begun?.state === 'open') await acceptOnPaper(ports)(ward, begun);
    return sealManifest(ports)({ ward }, manifestId);
  };
