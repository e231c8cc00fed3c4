import { correctingAddress } from '../../../domain/post/job/ends/correct-address.ts';
import type { PlaceCatalogue } from '../../../domain/values/places/places.ts';
import type { CorrectionRequest } from '../../../domain/post/partner/ward-requests.ts';
import { type Decided, decideOn } from './decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; places: PlaceCatalogue; clock: Clock };

/**
 * The ward corrects where the citizen lives. A draft goes on offer once nothing is missing; a partner that holds a lease is
 * told, and one that has taken the papers over is asked.
 */
export const correctAddress =
  ({ jobs, places, clock }: Ports) =>
  async (ward: string, jobId: string, correction: CorrectionRequest): Promise<Decided<'already'>> =>
    decideOn<'already'>(jobs, { ward }, jobId, (job) => correctingAddress(job, correction, places, clock()));
