import type { DispatchJob, JobScope } from '../../../shared/domain/post/job/dispatch-job.ts';
import { logWord } from '../../../shared/adapters/lambda/log/post.ts';

type Owing = { owes?: { ward: string; jobId: string } };
type Ports = {
  jobs: { find: (scope: JobScope, jobId: string) => Promise<DispatchJob | undefined> };
  bring: (job: DispatchJob) => Promise<Parameters<typeof logWord>[0]>;
};

/** Brings the word that these jobs owe: one job may come several times, and is told of as it is now, once. */
export const tellOfJobs = async <Item extends Owing>(
  { jobs, bring }: Ports,
  changed: readonly Item[],
): Promise<Item[]> => {
  const failed: Item[] = [];
  const owing = changed.filter(({ owes }) => owes !== undefined);
  for (const [jobId, all] of Map.groupBy(owing, ({ owes }) => owes!.jobId)) {
    try {
      const job = await jobs.find({ ward: all[0]!.owes!.ward }, jobId);
      if (job) logWord(await bring(job));
    } catch (error) {
      logWord({ jobId, outcome: 'failed' }, error);
      failed.push(...all);
    }
  }
  return failed;
};
