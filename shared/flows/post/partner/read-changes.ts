import { type ChangeTold, settledBy } from '../../../domain/post/job/change.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** The partner's feed after its cursor, oldest first; a few seconds late, so that nothing appears behind a cursor. */
export const readChanges =
  ({ jobs, clock }: { jobs: DispatchJobs; clock: Clock }) =>
  async (
    partner: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ changes: ChangeTold[]; cursor?: string }> => {
    const until = settledBy(clock());
    // A cursor from ahead of us, ours or made up, has nothing behind it yet.
    const found =
      after !== undefined && after >= until ? [] : await jobs.changes(partner, after, until, limit);
    const changes = found.map(({ partner: _partner, ...told }) => told);
    const cursor = changes.at(-1)?.changeId ?? after;
    return { changes, ...(cursor !== undefined && { cursor }) };
  };
