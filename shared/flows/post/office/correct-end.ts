import { type CorrectEndRequest, correctingEnd } from '../../../domain/post/tracking/correct-end.ts';
import { type Decided, decideOn } from './decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/**
 * A person corrects how a journey ended, or says that it ended as it stands. Contradicting scans are settled after the
 * job has moved: a repeat after a crash finds the job corrected and settles what is left.
 */
export const correctEnd =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (
    ward: string,
    jobId: string,
    request: CorrectEndRequest,
    client: string,
  ): Promise<Decided<'already' | 'not-accepted'>> => {
    const contradicting = (await jobs.events({ ward }, jobId)).filter(
      ({ outcome, settled }) => outcome === 'QUARANTINED' && settled === undefined,
    );
    const decided = await decideOn<'already' | 'not-accepted'>(jobs, { ward }, jobId, (job) =>
      correctingEnd(job, request, { client, contradicting }, clock()),
    );
    if (decided.is !== 'done' && decided.is !== 'already') return decided;
    const { to: end, reason, correctedBy: by } = request;
    for (const { identity } of contradicting)
      await jobs.settleScan({ ward }, jobId, identity, { at: clock(), by, client, reason, end });
    return decided;
  };
