import type { Instant } from '../../values/instant.ts';
import type { DispatchJob } from './dispatch-job.ts';
import type { JobState } from './dispatch-moves.ts';
import type { TrackingRecord } from '../tracking/tracking-record.ts';
import type { Page } from './dispatch-jobs.ts';

/** Lists of jobs for those who watch over them; an index may lag, the jobs themselves are as they are now. */
export interface JobLists {
  /** Jobs of a ward in these states, except those on offer. */
  ofWard(ward: string, states: readonly JobState[], cursor?: string): Promise<Page<DispatchJob>>;
  /** Scans of a ward's jobs that contradict how they ended and that nobody has settled, the oldest first, at most 100. */
  quarantined(ward: string): Promise<TrackingRecord[]>;
  /** At most `limit` jobs of a partner that entered this state by then. */
  waiting(partner: string, state: JobState, since: Instant, limit: number): Promise<DispatchJob[]>;
  /** Jobs of all wards and partners that entered this state by then, in pages. */
  everywhere(state: JobState, since: Instant): AsyncIterable<DispatchJob[]>;
  /** At most `limit` jobs of a ward that entered this state by then; `ready` and `leased` only with these partners. */
  waitingIn(
    ward: string,
    partners: readonly string[],
    state: JobState,
    since: Instant,
    limit: number,
  ): Promise<DispatchJob[]>;
}
