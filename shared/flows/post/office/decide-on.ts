import type { DispatchJob, JobScope } from '../../../domain/post/job/dispatch-job.ts';
import type { JobStep } from '../../../domain/post/job/job-step.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

export type Decided<No extends string> =
  | { is: 'done'; before: DispatchJob; job: DispatchJob }
  | { is: No | 'invalid-transition' | 'in-progress'; job: DispatchJob }
  | { is: 'not-found' };

/**
 * Reads a job, decides, and writes if the job is still the one that was read; decides anew when it is not. A decision
 * that is a text is a refusal. After five changes in a row the caller may try again later.
 */
export const decideOn = async <No extends string>(
  jobs: DispatchJobs,
  scope: JobScope,
  jobId: string,
  decide: (job: DispatchJob) => JobStep | No,
): Promise<Decided<No>> => {
  for (let tries = 1; ; tries += 1) {
    const job = await jobs.find(scope, jobId);
    if (!job) return { is: 'not-found' };
    const decision = decide(job);
    if (typeof decision === 'string') return { is: decision, job };
    const made = await jobs.step(scope, jobId, decision);
    if (made.is === 'moved') return { is: 'done', before: made.before, job: made.job };
    if (made.is !== 'refused') return { is: 'not-found' };
    if (made.because !== 'revision') return { is: 'invalid-transition', job: made.job };
    if (tries === 5) return { is: 'in-progress', job: made.job };
  }
};
