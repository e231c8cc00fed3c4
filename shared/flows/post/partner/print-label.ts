import type { DispatchJob, JobScope } from '../../../domain/post/job/dispatch-job.ts';
import { type Label, labelOf } from '../../../domain/post/paper/label.ts';
import type { PlaceCatalogue } from '../../../domain/values/places/places.ts';
import { type Decided, decideOn } from '../office/decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = {
  jobs: DispatchJobs;
  places: PlaceCatalogue;
  clock: Clock;
  /** The opaque public link of a job, for the QR code; from now on its page vouches for it. */
  linkOf: (job: DispatchJob) => string | Promise<string>;
};

/** A label, counted before it is given out: the second one is marked as a copy. */
export const printLabel =
  ({ jobs, places, clock, linkOf }: Ports) =>
  async (
    scope: JobScope,
    jobId: string,
  ): Promise<{ is: 'done'; label: Label } | Exclude<Decided<'no-number'>, { is: 'done' }>> => {
    const decided = await decideOn<'no-number'>(jobs, scope, jobId, (job) =>
      job.trackingNumber === undefined
        ? 'no-number'
        : {
            happened: job.state === 'accepted' ? 'label-printed' : 'label-reprinted',
            at: clock(),
            onlyIf: { revision: job.revision },
            set: { labelPrints: job.labelPrints + 1, labelOutdated: undefined },
          },
    );
    if (decided.is !== 'done') return decided;
    const label = labelOf(decided.before, places, await linkOf(decided.before));
    return label ? { is: 'done', label } : { is: 'no-number', job: decided.job };
  };
