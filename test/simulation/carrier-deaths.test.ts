import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postalCarriers } from '../../shared/adapters/carriers/post/accounts.ts';
import { minutes, plus } from '../../shared/domain/values/instant.ts';
import type { DispatchJob } from '../../shared/domain/post/job/dispatch-job.ts';
import type { CarrierInterface } from '../../shared/domain/post/partner/carrier-interfaces.ts';
import { cancelJob } from '../../shared/flows/post/returns/cancel-job.ts';
import { workForPartners } from '../../shared/flows/post/carriers/work-for-partners.ts';
import { aCarrierPartner, carrierWork, hasTime } from '../support/builders/carrier-work.ts';
import { type Death, mortal } from '../support/deaths.ts';
import { jobNumber, ward } from '../support/builders/post.ts';
import { aPostalSimulator } from '../support/postal-simulator.ts';

const faults = 'drop-after-accept=15%,drop-before-accept=10%,error-500-after-accept=10%,throttle=10%';
const jobCount = 3;
const rounds = 30;

/** What a life of a worker with these deaths leaves at the carrier and with us. */
const live = async (
  via: CarrierInterface,
  deaths: Death[],
  { seed = '1', cancelInRound = -1, withFaults = faults } = {},
) => {
  const simulator = await aPostalSimulator(withFaults, { seed });
  const partner = aCarrierPartner(via);
  const jobIds = Array.from({ length: jobCount }, (_, n) => jobNumber(n + 1, { partner: partner.code }));
  const worker = mortal(deaths);
  const { work, clock, jobs, orders } = await carrierWork(
    [partner],
    (now) => {
      const carriers = postalCarriers(simulator.accounts, now);
      return (code) => {
        const carrier = carriers(code);
        return carrier && worker.wrap(carrier);
      };
    },
    jobIds,
  );
  const { jobs: j, orders: o, words, bookmarks } = work;
  const mortalWork = {
    ...work,
    jobs: worker.wrap(j),
    orders: worker.wrap(o),
    words: worker.wrap(words),
    bookmarks: worker.wrap(bookmarks),
  };
  let busiest = 0;
  for (let round = 0; round < rounds; round += 1) {
    if (round === cancelInRound) await cancelJob(work)(ward, jobIds[0]!.jobId, 'wrong papers');
    worker.revive();
    await workForPartners(mortalWork)(hasTime).catch(() => undefined);
    busiest = Math.max(busiest, worker.effects());
    // The first half hour in the worker's own rhythm; then an evening in which even long waits end.
    clock.set(plus(clock(), minutes(round < 15 ? 2 : 30)));
  }
  const lines = await simulator.lines();
  return {
    ordered: lines
      .filter(({ what }) => what === 'order')
      .map((line) => (line.what === 'order' ? line.reference : '')),
    standing: (await simulator.standing()).map(({ number }) => number),
    jobs: await Promise.all(jobIds.map(async ({ jobId }) => (await jobs.find({ ward }, jobId))!)),
    orders: orders.all(),
    died: worker.died(),
    /** Effects of its busiest round. */
    effects: busiest,
  };
};

const numbersOf = (jobs: readonly DispatchJob[]): Set<string | undefined> =>
  new Set(jobs.map(({ trackingNumber }) => trackingNumber));

const someDeaths = fc.array(
  fc.record({ at: fc.nat(70), when: fc.constantFrom<Death['when']>('before', 'after') }),
  { maxLength: 4 },
);

/** These can be asked whether they have an order, or know a repeated one. */
const askable: CarrierInterface[] = ['vnpost-public-post', 'myvnpost', 'ghn', 'ghtk'];
/** These cannot: a lost answer stays a doubt until their webhook names the parcel. */
const silent: CarrierInterface[] = ['viettel-post', 'ems'];

describe.each(askable)('a worker for %s that dies anywhere, with a carrier that loses answers,', (via) => {
  it('orders every job exactly once and loses none', async () => {
    await fc.assert(
      fc.asyncProperty(someDeaths, fc.integer({ min: 1, max: 10_000 }), async (deaths, seed) => {
        const { ordered, standing, jobs } = await live(via, deaths, { seed: String(seed) });
        expect(new Set(ordered).size).toBe(ordered.length);
        expect(jobs.map(({ state }) => state)).toEqual(jobs.map(() => 'accepted'));
        expect(numbersOf(jobs)).toEqual(new Set(standing));
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('leaves no order behind for a job that the office takes back, whenever it does', async () => {
    await fc.assert(
      fc.asyncProperty(
        someDeaths,
        fc.nat(6),
        fc.integer({ min: 1, max: 10_000 }),
        async (deaths, when, seed) => {
          const life = await live(via, deaths, { seed: String(seed), cancelInRound: when });
          const [taken, ...others] = life.jobs;
          expect([taken!.state, ...others.map(({ state }) => state)]).toEqual([
            'cancelled',
            'accepted',
            'accepted',
          ]);
          expect(numbersOf(others)).toEqual(new Set(life.standing));
          expect(life.standing).toHaveLength(2);
          expect(life.orders.filter(({ dueAt }) => dueAt !== undefined)).toEqual([]);
        },
      ),
      { numRuns: 30, seed: 11 },
    );
  });
});

describe.each(silent)('a worker for %s that dies anywhere, with a carrier that loses answers,', (via) => {
  it('never orders a job twice, and names what it cannot know', async () => {
    await fc.assert(
      fc.asyncProperty(someDeaths, fc.integer({ min: 1, max: 10_000 }), async (deaths, seed) => {
        const { ordered, standing, jobs, orders } = await live(via, deaths, { seed: String(seed) });
        expect(new Set(ordered).size).toBe(ordered.length);
        const accepted = jobs
          .filter(({ state }) => state === 'accepted')
          .map(({ trackingNumber }) => trackingNumber);
        expect(standing).toEqual(expect.arrayContaining(accepted));
        const doubts = orders.filter(({ state }) => state === 'placing');
        expect(doubts.length + accepted.length).toBe(jobCount);
        expect(doubts.every(({ dueAt }) => dueAt !== undefined)).toBe(true);
      }),
      { numRuns: 30, seed: 13 },
    );
  });
});

describe('a worker that dies once, at each of its effects in turn,', () => {
  it.each([
    ['vnpost-public-post', 'before'],
    ['vnpost-public-post', 'after'],
    ['ghn', 'before'],
    ['ghn', 'after'],
  ] as const)('orders every job at %s exactly once (%s)', async (via, when) => {
    const { effects } = await live(via, [], { withFaults: '' });
    expect(effects).toBeGreaterThan(40);
    let died = 0;
    for (let at = 0; at < effects; at += 1) {
      const life = await live(via, [{ at, when }], { withFaults: '' });
      died += life.died;
      expect(life.ordered, `died ${when} effect ${at}`).toHaveLength(jobCount);
      expect(life.jobs.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted']);
    }
    expect(died).toBe(effects);
  });
});
