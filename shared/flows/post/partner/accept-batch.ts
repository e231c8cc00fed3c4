import { AcceptItem } from '../../../domain/post/partner/partner-requests.ts';
import { type Accepted, acceptJob } from './accept-job.ts';

export type BatchAccepted = {
  index: number;
  answer: Accepted | { is: 'invalid-request'; pointers: string[] };
};

/** Accepts many jobs, each on its own: one result an item, in the order in which they came. */
export const acceptBatch =
  (ports: Parameters<typeof acceptJob>[0]) =>
  async (partner: string, items: readonly unknown[]): Promise<BatchAccepted[]> => {
    const accept = acceptJob(ports);
    const results: BatchAccepted[] = [];
    for (const [index, item] of items.entries()) {
      const { data, error } = AcceptItem.safeParse(item);
      if (!data) {
        const pointers = error.issues.map(({ path }) => `/${path.join('/')}`);
        results.push({ index, answer: { is: 'invalid-request', pointers } });
        continue;
      }
      const { jobId, ...request } = data;
      results.push({ index, answer: await accept(partner, jobId, request) });
    }
    return results;
  };
