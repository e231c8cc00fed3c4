import { offering } from '../../../domain/post/job/lease.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** A person has looked at a refused or dead job and offers it again, to this partner. */
export const offerAgain =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (ward: string, jobId: string, partner: string): Promise<Decided<never>> =>
    decideOn<never>(jobs, { ward }, jobId, (job) => offering(clock(), job, partner));
