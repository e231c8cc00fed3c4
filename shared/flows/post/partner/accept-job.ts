import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import {
  type AcceptJobRequest,
  accepting,
  type LeaseProblem,
  leaseProblem,
} from '../../../domain/post/job/lease.ts';
import { acceptsNumber, plainNumber } from '../../../domain/post/tracking/s10.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';
import type { TrackingNumbers } from '../../../domain/post/paper/manifest.ts';

type Ports = { jobs: DispatchJobs; partners: Partners; numbers: TrackingNumbers; clock: Clock };

export type Accepted =
  | { is: 'accepted'; job: DispatchJob; repeated: boolean }
  | { is: LeaseProblem | 'already-accepted-differently'; job: DispatchJob }
  | { is: 'not-found' | 'tracking-number-invalid' | 'tracking-number-taken' | 'no-number-left' };

/** Takes a job over for good, under the partner's own tracking number or one of the pool. The same again is the same. */
export const acceptJob =
  ({ jobs, partners, numbers, clock }: Ports) =>
  async (partner: string, jobId: string, request: AcceptJobRequest): Promise<Accepted> => {
    const wanted = request.trackingNumber && plainNumber(request.trackingNumber);
    const agreed = await partners.find(partner);
    if (wanted !== undefined && !acceptsNumber(wanted, agreed?.series ?? []))
      return { is: 'tracking-number-invalid' };

    const known = await jobs.find({ partner }, jobId);
    if (!known) return { is: 'not-found' };
    const repeated = repeatOf(known, request.leaseEpoch, wanted);
    if (repeated) return repeated;

    const number = wanted ?? (await numbers.next(partner));
    if (number === undefined) return { is: 'no-number-left' };
    const made = await jobs.step({ partner }, jobId, accepting(clock(), request, number));
    switch (made.is) {
      case 'moved':
        return { is: 'accepted', job: made.job, repeated: false };
      case 'taken':
        return { is: 'tracking-number-taken' };
      case 'unknown':
        return { is: 'not-found' };
      case 'refused': {
        const meanwhile = repeatOf(made.job, request.leaseEpoch, wanted);
        return meanwhile ?? { is: leaseProblem(made.job, made.because), job: made.job };
      }
    }
  };

/** An acceptance under the same epoch has been here before, perhaps a moment ago. */
const repeatOf = (job: DispatchJob, epoch: number, number: string | undefined): Accepted | undefined => {
  if (job.acceptedAt === undefined || job.leaseEpoch !== epoch) return undefined;
  return number === undefined || number === job.trackingNumber
    ? { is: 'accepted', job, repeated: true }
    : { is: 'already-accepted-differently', job };
};
