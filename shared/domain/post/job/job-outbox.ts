import type { Instant } from '../../values/instant.ts';
import type { DispatchJob } from './dispatch-job.ts';

/** Jobs from which something follows: the citizen hears of a step, the dossier is closed, a citizen is forgotten. */
export interface JobOutbox {
  /** Jobs whose word nobody has brought since then: their doorbell was lost. */
  overdue(since: Instant, limit: number): Promise<DispatchJob[]>;
  /** All word of the job at this revision has been brought. */
  brought(job: DispatchJob): Promise<void>;
  /** Jobs whose journey has been over for so long that their citizens are to be forgotten. */
  forgettable(now: Instant, limit: number): Promise<DispatchJob[]>;
  /** Takes the citizen's name, phone and address out of a job, if it is as it was read. */
  forget(job: DispatchJob): Promise<void>;
}
