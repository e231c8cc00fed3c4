import { type DispatchJob, type NewDispatchJob, newJob } from '../../../domain/post/job/dispatch-job.ts';
import type { PlaceCatalogue } from '../../../domain/values/places/places.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; places: PlaceCatalogue; clock: Clock };

/** Asks for one journey; asking again for the same result and direction names the job that exists. */
export const createJob =
  ({ jobs, places, clock }: Ports) =>
  async (wanted: NewDispatchJob): Promise<{ is: 'created' | 'existing'; job: DispatchJob }> => {
    const job = newJob(wanted, places, clock());
    const put = await jobs.create(job);
    return put.is === 'created' ? { is: 'created', job } : put;
  };
