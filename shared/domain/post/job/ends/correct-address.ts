import type { Instant } from '../../../values/instant.ts';
import type { Address } from '../../../values/places/address.ts';
import { type DispatchJob, gapsOf } from '../dispatch-job.ts';
import type { JobStep } from '../job-step.ts';
import type { PlaceCatalogue } from '../../../values/places/places.ts';

/** The citizen's corrected address in a job; whoever holds the job hears of it. */
export const correctingAddress = (
  job: DispatchJob,
  { address, phone }: { address: Address; phone?: string | undefined },
  places: PlaceCatalogue,
  at: Instant,
): JobStep => {
  const corrected = { address, ...(phone !== undefined && { phone }) };
  const citizen =
    job.direction === 'to-citizen'
      ? { recipient: { ...job.recipient, ...corrected } }
      : { pickup: { ...job.pickup, ...corrected } };
  const gaps = gapsOf({ ...job, ...citizen }, places);
  const onlyIf = { revision: job.revision };
  if (job.state === 'draft' && gaps.length === 0)
    return {
      happened: 'details-completed',
      at,
      onlyIf,
      set: { ...citizen, waitsFor: undefined, visibleAt: at },
    };
  return {
    happened: 'address-corrected',
    at,
    onlyIf,
    set: { ...citizen, waitsFor: gaps.length > 0 ? gaps : undefined },
    ...(job.leaseEpoch > 0 && { change: 'address-corrected' as const }),
  };
};
