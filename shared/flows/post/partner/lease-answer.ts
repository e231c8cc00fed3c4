import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { type LeaseProblem, leaseProblem } from '../../../domain/post/job/lease.ts';
import type { Stepped } from '../../../domain/post/job/dispatch-jobs.ts';

export type LeaseAnswer =
  | { is: 'done'; job: DispatchJob }
  | { is: LeaseProblem; job: DispatchJob }
  | { is: 'not-found' };

/** What a step of the lease's holder came to, in the words of the partner API. */
export const leaseAnswer = (made: Stepped): LeaseAnswer => {
  switch (made.is) {
    case 'moved':
      return { is: 'done', job: made.job };
    case 'refused':
      return { is: leaseProblem(made.job, made.because), job: made.job };
    case 'taken':
    case 'unknown':
      return { is: 'not-found' };
  }
};
