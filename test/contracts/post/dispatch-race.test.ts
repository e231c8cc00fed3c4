import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { dynamoDispatchJobs } from '../../../shared/adapters/dynamodb/post/job/dispatch-jobs.ts';
import { race } from '../../support/dispatch-race.ts';
import { aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import { ward } from '../../support/builders/post.ts';

/** Waits that differ from call to call, so that workers meet each other in the table. Milliseconds. */
const jitter = (seed: number) => {
  let state = seed;
  return async () => wait((state = (state * 48_271) % 2_147_483_647) % 4);
};

it.each([11, 12])(
  'DynamoDB gives a job to one of ten workers, also when they crash, oversleep and come back (race %i)',
  async (seed) => {
    const client = emulatedDynamoDB();
    const store = dynamoDispatchJobs(client, await aTable(client), aVault);
    const size = { seed, workers: 10, jobs: 60, pause: jitter(seed) };
    const { ids, ledger, run, drain } = await race(size, store);
    await run;
    await drain();
    expect(ledger.violations).toEqual([]);
    for (const jobId of ids) {
      const state = (await store.find({ ward }, jobId))?.state ?? '';
      const taken = ['accepted', 'cancel-requested'].includes(state);
      expect(ledger.accepted.get(jobId) ?? []).toHaveLength(taken ? 1 : 0);
      expect(['accepted', 'cancel-requested', 'cancelled', 'dead-letter']).toContain(state);
    }
    expect(ledger.stale).toBeGreaterThan(0);
  },
  60_000,
);
