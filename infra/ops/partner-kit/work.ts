import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { memoryFile } from './memory-file.ts';
import type { OfferedJob, PostClient } from './post-client.ts';
import { sendScans } from './send-scans.ts';

type WorkOptions = {
  /** Where labels go, and the little that has to be remembered. */
  directory: string;
  maxJobs: number;
  leaseSeconds: number;
  /** Where tracking events are put as NDJSON files; none are sent without it. */
  scans?: string | undefined;
  /** Ends when nothing is left to fetch, instead of asking again. */
  once: boolean;
  say: (line: Record<string, unknown>) => void;
};

/**
 * A complete postal client, and an example of one. It may be killed at any line: a claim is repeated under its id, what
 * is held is asked for, an acceptance and a label may be asked for twice. Nothing else is kept on this side.
 */
export const work = async (client: PostClient, options: WorkOptions): Promise<number> => {
  const { directory, maxJobs, leaseSeconds, scans, once, say } = options;
  const memory = memoryFile(directory);
  let done = 0;

  /** Takes a leased job over for good; somebody else may have been faster, which is no mistake. */
  const accept = async (job: OfferedJob): Promise<void> => {
    const { status, body } = await client.tell(job.jobId, 'accept', { leaseEpoch: job.lease.epoch });
    const said = (body ?? {}) as { trackingNumber?: string; type?: string };
    say({ jobId: job.jobId, did: 'accept', status, number: said.trackingNumber, problem: said.type });
    if (status === 200) await printLabel(job.jobId, said.trackingNumber ?? job.jobId);
  };
  const printLabel = async (jobId: string, name: string): Promise<void> => {
    const { status, text } = await client.label(jobId);
    if (status !== 200) throw new Error(`no label for ${jobId}: ${status} ${text}`);
    writeFileSync(join(directory, `${name}.zpl`), text);
    done += 1;
    say({ jobId, did: 'label', file: `${name}.zpl` });
  };
  /** Papers that we have not fetched yet can always be left at the office. */
  const hear = async (): Promise<void> => {
    const { changes, cursor } = await client.changes(memory.read().changesAfter);
    for (const { jobId, kind } of changes) {
      say({ jobId, heard: kind });
      if (kind === 'cancel-requested') await client.tell(jobId, 'confirm-cancel');
    }
    if (cursor !== undefined) memory.write({ changesAfter: cursor });
  };

  // What an earlier run left: leases that may still be ours, and accepted jobs without a label.
  for (const job of await client.held('leased')) await accept(job);
  for (const job of await client.held('accepted'))
    await printLabel(job.jobId, job.trackingNumber ?? job.jobId);

  for (;;) {
    await hear();
    if (scans !== undefined) await sendScans(client, scans, say);
    const claim = memory.read().claim ?? { claimId: randomUUID(), maxJobs, leaseSeconds };
    memory.write({ claim });
    const { jobs, pollAfterSeconds } = await client.claim(claim.claimId, claim.maxJobs, claim.leaseSeconds);
    for (const job of jobs.filter(({ state }) => state === 'leased')) await accept(job);
    memory.write({ claim: undefined });
    if (jobs.length > 0) continue;
    if (once) return done;
    await wait(pollAfterSeconds * 1000);
  }
};
