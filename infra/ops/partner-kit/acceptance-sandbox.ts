import { isDeepStrictEqual } from 'node:util';
import type { Answer, OfferedJob, PostClient } from './post-client.ts';

/** What the checks work on: jobs that were leased under this claim, one or two for each check. */
export type Sandbox = {
  client: PostClient;
  claimId: string;
  maxJobs: number;
  leaseSeconds: number;
  jobs: OfferedJob[];
  /** What the server's clock says, as an instant so many seconds ago. */
  ago: (seconds: number) => string;
};

export const same = (what: string, found: unknown, wanted: unknown): void => {
  if (!isDeepStrictEqual(found, wanted))
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
};
export const typeOf = ({ body }: Answer) => (body as { type?: string } | undefined)?.type;
const numberOf = ({ body }: Answer) => (body as { trackingNumber: string }).trackingNumber;
export const job = ({ jobs }: Sandbox, at: number): OfferedJob => jobs[at]!;

export const accepted = async (sandbox: Sandbox, at: number): Promise<string> => {
  const { jobId, lease } = job(sandbox, at);
  const answer = await sandbox.client.tell(jobId, 'accept', { leaseEpoch: lease.epoch });
  same('acceptance', answer.status, 200);
  return numberOf(answer);
};
export const outcomes = async ({ client }: Sandbox, ...events: object[]) =>
  (await client.scans(events)).results.map(({ outcome, note, problem }) => note ?? problem?.type ?? outcome);
