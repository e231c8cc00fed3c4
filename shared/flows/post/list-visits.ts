import { underway } from '../../domain/post/dispatch-moves.ts';
import type { DispatchJob } from '../../domain/post/dispatch-job.ts';
import type { DispatchJobs } from '../../domain/post/ports.ts';
import { type Visits, visitList } from '../../domain/post/visit-list.ts';

/** Whom a ward's own people visit, with all that they carry for this ward, or for every ward they work for. */
export const listVisits =
  ({ jobs }: { jobs: Pick<DispatchJobs, 'heldBy'> }) =>
  async (ward: string | undefined, partner: string): Promise<Visits> => {
    const carried: DispatchJob[] = [];
    let cursor: string | undefined;
    do {
      const page = await jobs.heldBy(partner, underway, cursor);
      carried.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return visitList(carried.filter((job) => ward === undefined || job.ward === ward));
  };
