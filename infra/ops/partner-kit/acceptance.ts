import { randomUUID } from 'node:crypto';
import { checks } from './acceptance-checks.ts';
import type { Sandbox } from './acceptance-sandbox.ts';
import type { PostClient } from './post-client.ts';

/** Leases so many jobs for the checks; a sandbox has to hold them. */
const needed = 8;

/** Runs every check against a sandbox and says TAP (testanything.org), a line a check. True when all are well. */
export const acceptance = async (client: PostClient, say: (line: string) => void): Promise<boolean> => {
  const claimId = randomUUID();
  const { jobs } = await client.claim(claimId, needed, 600);
  const { body } = await client.ask('GET', '/health');
  const ahead = Date.parse((body as { serverTime: string }).serverTime) - Date.now();
  const ago = (seconds: number) => new Date(Date.now() + ahead - seconds * 1000).toISOString();
  const sandbox: Sandbox = { client, claimId, maxJobs: needed, leaseSeconds: 600, jobs, ago };
  if (jobs.length < needed)
    throw new Error(
      `the checks need ${needed} jobs on offer, the sandbox has ${jobs.length}; see docs/partners.md`,
    );
  say('TAP version 14');
  say(`1..${checks.length}`);
  let allWell = true;
  for (const [at, { name, check }] of checks.entries()) {
    const begun = performance.now();
    try {
      await check(sandbox);
      say(`ok ${at + 1} - ${name} # ${Math.round(performance.now() - begun)} ms`);
    } catch (error) {
      allWell = false;
      say(`not ok ${at + 1} - ${name}`);
      say(
        `  ---\n  message: ${JSON.stringify(error instanceof Error ? error.message : String(error))}\n  ...`,
      );
    }
  }
  return allWell;
};
