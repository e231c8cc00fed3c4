import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryDispatchJobs } from '../../shared/adapters/memory/post/dispatch-jobs.ts';
import type { JobStep } from '../../shared/domain/post/job/job-step.ts';
import { race } from '../support/dispatch-race.ts';
import { ward } from '../support/builders/post.ts';
import type { DispatchJobs } from '../../shared/domain/post/job/dispatch-jobs.ts';

type Size = { workers: number; jobs: number };

const run = async (store: DispatchJobs, size: Size, seed: number, scheduler: fc.Scheduler) => {
  const raced = { over: false, steps: 0 };
  const pause = async (what: string) => {
    if (what === 'step') raced.steps += 0.5; // before and after each
    return raced.over ? undefined : scheduler.schedule(Promise.resolve(), what);
  };
  const { ids, ledger, run: all, drain } = await race({ ...size, seed, pause }, store);
  await scheduler.waitFor(all);
  raced.over = true;
  await drain();
  const states = await Promise.all(ids.map(async (id) => (await store.find({ ward }, id))?.state));
  return { ids, ledger, states, steps: raced.steps };
};

const promises = async (size: Size, numRuns: number, seed: number) => {
  const total = {
    runs: 0,
    leases: 0,
    steps: 0,
    accepted: 0,
    crashes: 0,
    lapses: 0,
    stale: 0,
    deadLetters: 0,
    cancelled: 0,
  };
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer(), async (scheduler, dice) => {
      const { ids, ledger, states, steps } = await run(memoryDispatchJobs(), size, dice, scheduler);
      expect(ledger.violations).toEqual([]);
      for (const [at, id] of ids.entries()) {
        const taken = ['accepted', 'cancel-requested'].includes(states[at] ?? '');
        expect(ledger.accepted.get(id) ?? []).toHaveLength(taken ? 1 : 0);
        expect(['accepted', 'cancel-requested', 'cancelled', 'dead-letter']).toContain(states[at]);
      }
      total.runs += 1;
      total.leases += ledger.granted.size;
      total.steps += steps;
      total.accepted += ledger.accepted.size;
      total.crashes += ledger.crashes;
      total.lapses += ledger.lapses;
      total.stale += ledger.stale;
      total.deadLetters += states.filter((state) => state === 'dead-letter').length;
      total.cancelled += ledger.cancelled.size;
    }),
    { seed, numRuns, endOnFailure: true },
  );
  return total;
};

const unfenced = (step: JobStep): JobStep => {
  const { epoch: _, ...onlyIf } = step.onlyIf ?? {};
  return { ...step, onlyIf };
};

/** A store that looks at everything but the epoch. */
const unfencedJobs = (): DispatchJobs => {
  const store = memoryDispatchJobs();
  return { ...store, step: async (scope, jobId, step) => store.step(scope, jobId, unfenced(step)) };
};

describe('one lease, one winner', () => {
  it('among 50 workers and 1,000 jobs, with crashes, lapses and stale tokens: no job twice, none lost', async () => {
    const total = await promises({ workers: 50, jobs: 1000 }, 10, 2026);
    console.log('dispatch race, 50 workers × 1,000 jobs:', total);
    expect(total.stale).toBeGreaterThan(100);
  });

  it('in many small races, where every interleaving is likely', async () => {
    const total = await promises({ workers: 4, jobs: 6 }, 1000, 5);
    console.log('dispatch race, 4 workers × 6 jobs:', total);
    expect(total.stale).toBeGreaterThan(100);
  });

  it('and would be noticed broken: a store that does not look at the epoch is found out', async () => {
    const violations: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer(), async (scheduler, dice) => {
        const { ledger } = await run(unfencedJobs(), { workers: 8, jobs: 60 }, dice, scheduler);
        violations.push(...ledger.violations);
      }),
      { seed: 5, numRuns: 20 },
    );
    expect(violations.length).toBeGreaterThan(10);
  });
});
