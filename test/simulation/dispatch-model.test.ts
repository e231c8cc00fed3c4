import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryDispatchJobs } from '../../shared/adapters/memory/post/dispatch-jobs.ts';
import { memoryPartners, memoryTrackingNumbers } from '../../shared/adapters/memory/post/paperwork.ts';
import { memoryPolls } from '../../shared/adapters/memory/post/polls.ts';
import { type Instant, minutes, plus } from '../../shared/domain/values/instant.ts';
import { acceptJob } from '../../shared/flows/post/partner/accept-job.ts';
import { cancelJob } from '../../shared/flows/post/returns/cancel-job.ts';
import { claimJobs } from '../../shared/flows/post/partner/claim-jobs.ts';
import { releaseJob } from '../../shared/flows/post/partner/release-job.ts';
import { renewLease } from '../../shared/flows/post/partner/renew-lease.ts';
import { aClaim, aClock, aPartner, at, jobNumber, ward } from '../support/builders/post.ts';

/** What a clerk would write on a card about each job: no more is needed to foretell every answer. */
type Card = {
  jobId: string;
  state: string;
  epoch: number;
  attempt: number;
  visibleAt: Instant;
  leasedAt: Instant;
};
type Model = { now: Instant; cards: Card[]; tokens: { jobId: string; epoch: number }[]; claims: number };
type Real = ReturnType<typeof office>;

const office = () => {
  const clock = aClock(at('09:00'));
  const partner = aPartner();
  const ports = {
    jobs: memoryDispatchJobs(),
    clock,
    polls: memoryPolls(),
    partners: memoryPartners([partner]),
    numbers: memoryTrackingNumbers([partner]),
  };
  return { ports, clock };
};

const matches = async (model: Model, { ports }: Real) => {
  for (const { jobId, state, epoch, attempt } of model.cards) {
    const job = await ports.jobs.find({ ward }, jobId);
    expect(job).toMatchObject({ state, leaseEpoch: epoch, attempt });
    expect(job?.visibleAt !== undefined).toBe(state === 'ready' || state === 'leased');
  }
};

const does = (
  name: string,
  check: (model: Readonly<Model>) => boolean,
  run: (model: Model, real: Real) => Promise<void>,
): fc.AsyncCommand<Model, Real> => ({
  check,
  run: async (model, real) => {
    await run(model, real);
    await matches(model, real);
  },
  toString: () => name,
});

const waits = (count: number) =>
  does(
    `wait ${count} min`,
    () => true,
    async (model, { clock }) => {
      model.now = plus(model.now, minutes(count));
      clock.set(model.now);
    },
  );

const claims = (maxJobs: number) =>
  does(
    `claim ${maxJobs}`,
    () => true,
    async (model, { ports }) => {
      const onOffer = model.cards
        .filter(({ state, visibleAt }) => (state === 'ready' || state === 'leased') && visibleAt <= model.now)
        .toSorted((a, b) => (`${a.visibleAt}${a.jobId}` < `${b.visibleAt}${b.jobId}` ? -1 : 1));
      const expected: string[] = [];
      for (const card of onOffer.slice(0, maxJobs * 4)) {
        if (expected.length === maxJobs) break;
        card.epoch += 1;
        card.state = card.attempt < 5 ? 'leased' : 'dead-letter';
        if (card.state === 'dead-letter') continue;
        card.attempt += 1;
        card.leasedAt = model.now;
        card.visibleAt = plus(model.now, minutes(15));
        expected.push(card.jobId);
        model.tokens.push({ jobId: card.jobId, epoch: card.epoch });
      }
      model.claims += 1;
      const request = aClaim(`claim-${String(model.claims).padStart(4, '0')}`, maxJobs);
      const first = await claimJobs(ports)('vnpost', request);
      const again = await claimJobs(ports)('vnpost', request);
      const ids = [first, again].map((claimed) =>
        claimed.is === 'claimed' ? claimed.answer.jobs.map(({ jobId }) => jobId).toSorted() : claimed.is,
      );
      expect(ids).toEqual([expected.toSorted(), expected.toSorted()]);
    },
  );

const holds = (how: 'renew' | 'release' | 'accept', which: number) =>
  does(
    `${how} with token ${which}`,
    ({ tokens }) => tokens.length > 0,
    async (model, { ports }) => {
      const token = model.tokens[which % model.tokens.length];
      const card = model.cards.find(({ jobId }) => jobId === token?.jobId);
      if (!token || !card) throw new Error('no such token');
      const { jobId, epoch } = token;
      const current = card.epoch === epoch;
      const holding = current && card.state === 'leased';
      if (how === 'accept') {
        const repeated = current && ['accepted', 'cancel-requested'].includes(card.state);
        if (holding) card.state = 'accepted';
        const answer = await acceptJob(ports)('vnpost', jobId, { leaseEpoch: epoch });
        expect(answer.is === 'accepted').toBe(holding || repeated);
        return;
      }
      const inTime = plus(model.now, minutes(15)) <= plus(card.leasedAt, minutes(12 * 60));
      if (how === 'release' && holding)
        Object.assign(card, { state: 'ready', epoch: epoch + 1, visibleAt: model.now });
      if (how === 'renew' && holding && inTime) card.visibleAt = plus(model.now, minutes(15));
      const answer = await (how === 'renew'
        ? renewLease(ports)('vnpost', jobId, { leaseEpoch: epoch, leaseSeconds: 900 })
        : releaseJob(ports)('vnpost', jobId, { leaseEpoch: epoch, reason: 'van is full' }));
      expect(answer.is === 'done').toBe(holding && (how === 'release' || inTime));
    },
  );

const cancels = (which: number) =>
  does(
    `cancel ${which}`,
    () => true,
    async (model, { ports }) => {
      const card = model.cards[which];
      if (!card) return;
      if (card.state === 'accepted') card.state = 'cancel-requested';
      else if (['ready', 'leased', 'dead-letter'].includes(card.state))
        Object.assign(card, { state: 'cancelled', epoch: card.epoch + 1 });
      await cancelJob(ports)(ward, card.jobId, 'wrong papers');
    },
  );

it('a lease does what a clerk with a card per job foretells, whatever is done in whatever order', async () => {
  const anything = fc.commands(
    [
      fc.integer({ min: 1, max: 400 }).map(waits),
      fc.integer({ min: 1, max: 4 }).map(claims),
      fc.integer({ min: 1, max: 4 }).map(claims),
      fc
        .tuple(fc.constantFrom('renew', 'release', 'accept'), fc.nat(50))
        .map(([how, which]) => holds(how, which)),
      fc.nat(9).map(cancels),
    ],
    { size: '+1', maxCommands: 120 },
  );
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anything, async (commands) => {
      const real = office();
      const cards = [1, 2, 3, 4].map((n) => jobNumber(n));
      for (const job of cards) await real.ports.jobs.create(job);
      const model: Model = {
        now: at('09:00'),
        claims: 0,
        tokens: [],
        cards: cards.map(({ jobId }) => {
          const fresh = {
            state: 'ready',
            epoch: 0,
            attempt: 0,
            visibleAt: at('09:00'),
            leasedAt: at('09:00'),
          };
          return { jobId, ...fresh };
        }),
      };
      await fc.asyncModelRun(() => ({ model, real }), commands);
      for (const { state } of model.cards) seen.add(state);
    }),
    { seed: 2026, numRuns: 500 },
  );
  const everywhere = ['accepted', 'cancel-requested', 'cancelled', 'dead-letter', 'leased', 'ready'];
  expect([...seen].toSorted()).toEqual(everywhere);
});
