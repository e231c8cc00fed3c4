import type { DispatchJob, JobScope } from '../../../domain/post/job/dispatch-job.ts';
import type { JobStep } from '../../../domain/post/job/job-step.ts';
import {
  countedManifest,
  type HandoverCount,
  type Manifest,
  missingOf,
  type Manifests,
} from '../../../domain/post/paper/manifest.ts';
import type { Refusal } from '../../../domain/api/problem.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; manifests: Manifests; clock: Clock };
export type Confirmed =
  | { is: 'counted'; manifest: Manifest; moved: { before: DispatchJob; job: DispatchJob }[] }
  | Refusal<'not-found' | 'not-sealed' | 'in-progress' | 'partner-counts-itself'>;

/**
 * One side has counted. With the second count the items change hands; what was missing stays with the office. A repeat
 * counts nothing twice and finishes what a crash left undone.
 */
export const confirmHandover =
  ({ jobs, manifests, clock }: Ports) =>
  async (scope: JobScope, manifestId: string, count: HandoverCount): Promise<Confirmed> => {
    const found = await manifests.find(scope, manifestId);
    if (!found) return { is: 'not-found' };
    if (found.state === 'open') return { is: 'not-sealed' };
    const side = 'ward' in scope ? 'office' : 'postman';
    const manifest = found[side] ? found : countedManifest(found, side, count, clock());
    if (manifest !== found && !(await manifests.replace(manifest))) return { is: 'in-progress' };
    if (manifest.state === 'sealed') return { is: 'counted', manifest, moved: [] };

    const missing = missingOf(manifest);
    const moved = [];
    for (const { jobId } of manifest.lines) {
      const made = await jobs.step(scope, jobId, passing(manifestId, missing.has(jobId), clock()));
      if (made.is === 'moved') moved.push({ before: made.before, job: made.job });
    }
    return { is: 'counted', manifest, moved };
  };

/** Bound to this list: an item that has gone onto another one since is left alone. */
const passing = (manifestId: string, missing: boolean, at: JobStep['at']): JobStep =>
  missing
    ? { happened: 'left-behind', at, onlyIf: { manifestId }, set: { manifestId: undefined } }
    : { happened: 'handed-over', at, onlyIf: { manifestId } };
