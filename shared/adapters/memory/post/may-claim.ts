import type { Instant } from '../../../domain/values/instant.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import type { ClaimRequest } from '../../../domain/post/job/lease.ts';

/** Is this job on offer now, and does it fit the filter of the claim? An empty list asks for nothing. */
export const mayClaim = (job: DispatchJob, now: Instant, filter: ClaimRequest['filter']): boolean => {
  const { provinceCode, communeCode } = job.recipient.address;
  return (
    job.visibleAt !== undefined &&
    job.visibleAt <= now &&
    fits(filter.provinceCodes, provinceCode) &&
    fits(filter.communeCodes, communeCode) &&
    fits(filter.wards, job.ward)
  );
};

const fits = (wanted: readonly string[] | undefined, value: string): boolean =>
  !wanted?.length || wanted.includes(value);
