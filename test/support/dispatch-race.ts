import { hours, type Instant, minutes, plus, seconds } from '../../shared/domain/values/instant.ts';
import { placesSample } from '../../shared/domain/values/places/places-sample.ts';
import { acceptJob } from '../../shared/flows/post/partner/accept-job.ts';
import { cancelJob } from '../../shared/flows/post/returns/cancel-job.ts';
import { claimJobs } from '../../shared/flows/post/partner/claim-jobs.ts';
import { createJob } from '../../shared/flows/post/office/create-job.ts';
import { releaseJob } from '../../shared/flows/post/partner/release-job.ts';
import { renewLease } from '../../shared/flows/post/partner/renew-lease.ts';
import { memoryPartners, memoryTrackingNumbers } from '../../shared/adapters/memory/post/paperwork.ts';
import { memoryPolls } from '../../shared/adapters/memory/post/polls.ts';
import { aClaim, aClock, aPartner, at, aWantedJob, ward } from './builders/post.ts';
import type { DispatchJobs } from '../../shared/domain/post/job/dispatch-jobs.ts';

type Token = { jobId: string; epoch: number };
export type Race = { seed: number; workers: number; jobs: number; pause: (what: string) => Promise<unknown> };

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
const diceOf = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The same store, where every call may be overtaken by others before and after its one moment. */
const overtaken = (jobs: DispatchJobs, pause: Race['pause']): DispatchJobs =>
  Object.fromEntries(
    Object.entries(jobs).map(([name, method]) => [
      name,
      async (...input: unknown[]) => {
        await pause(name);
        const output = await (method as (...input: unknown[]) => unknown)(...input);
        await pause(name);
        return output;
      },
    ]),
  ) as unknown as DispatchJobs;

/**
 * Workers of one partner fetch jobs side by side: they crash, oversleep their leases, come back with old tokens, lose
 * answers and ask again. The ledger is written from the answers alone and knows nothing of the store.
 */
export const race = async ({ seed, workers, jobs: count, pause }: Race, store: DispatchJobs) => {
  const dice = diceOf(seed);
  const clock = aClock(at('09:00'));
  const jobs = overtaken(store, pause);
  const partner = aPartner();
  const ports = {
    jobs,
    clock,
    polls: memoryPolls(),
    partners: memoryPartners([partner]),
    numbers: memoryTrackingNumbers([partner]),
    places: placesSample,
  };
  const ledger = {
    granted: new Map<string, string>(),
    newest: new Map<string, number>(),
    accepted: new Map<string, string[]>(),
    violations: [] as string[],
    lapses: 0,
    crashes: 0,
    stale: 0,
    cancelled: new Set<string>(),
  };
  const ids: string[] = [];
  const create = createJob({ ...ports, jobs: store });
  for (let n = 1; n <= count; n += 1) {
    const { job } = await create(aWantedJob({ dossierCode: `H29.26-260302-${n}`, maxAttempts: 9 }));
    ids.push(job.jobId);
  }

  const claim = async (worker: string, claimId: string, maxJobs: number): Promise<Token[]> => {
    const claimed = await claimJobs(ports)('vnpost', aClaim(claimId, maxJobs, 300));
    if (claimed.is !== 'claimed') throw new Error(claimed.is);
    return claimed.answer.jobs.map(({ jobId, lease: { epoch } }) => {
      const key = `${jobId}#${epoch}`;
      const holder = ledger.granted.get(key) ?? worker;
      if (holder !== worker) ledger.violations.push(`${key} went to ${holder} and to ${worker}`);
      ledger.granted.set(key, worker);
      ledger.newest.set(jobId, Math.max(epoch, ledger.newest.get(jobId) ?? 0));
      return { jobId, epoch };
    });
  };
  const isStale = ({ jobId, epoch }: Token) =>
    (ledger.newest.get(jobId) ?? 0) > epoch || ledger.cancelled.has(jobId);
  const held = (token: Token, stale: boolean, is: string, job?: { leaseEpoch: number }) => {
    if (!stale) return;
    ledger.stale += 1;
    const changed = is === 'done' || is === 'accepted' || job?.leaseEpoch === token.epoch;
    if (changed) ledger.violations.push(`a stale token of ${token.jobId} was obeyed: ${is}`);
  };
  const accept = async (worker: string, token: Token) => {
    const stale = isStale(token);
    const answer = await acceptJob(ports)('vnpost', token.jobId, { leaseEpoch: token.epoch });
    if (answer.is === 'accepted' && !answer.repeated)
      ledger.accepted.set(token.jobId, [...(ledger.accepted.get(token.jobId) ?? []), worker]);
    held(token, stale, answer.is, 'job' in answer ? answer.job : undefined);
  };
  const hold = async (token: Token, how: 'renew' | 'release') => {
    const stale = isStale(token);
    const leaseEpoch = token.epoch;
    const notBefore = later(clock(), dice() * 10);
    const answer = await (how === 'renew'
      ? renewLease(ports)('vnpost', token.jobId, { leaseEpoch, leaseSeconds: 300 })
      : releaseJob(ports)('vnpost', token.jobId, { leaseEpoch, reason: 'van is full', notBefore }));
    held(token, stale, answer.is, 'job' in answer ? answer.job : undefined);
    const given = how === 'release' && answer.is === 'done';
    if (given)
      ledger.newest.set(token.jobId, Math.max(token.epoch + 0.5, ledger.newest.get(token.jobId) ?? 0));
  };

  const work = async (worker: string) => {
    const old: Token[] = [];
    let idle = 0;
    for (let round = 1; idle < 3; round += 1) {
      const tokens = await claim(worker, `${worker}-round-${round}`, 1 + Math.floor(dice() * 20));
      if (dice() < 0.1)
        await claim(worker, `${worker}-round-${round}-again`, 1).then((more) => tokens.push(...more));
      clock.set(plus(clock(), seconds(dice() * 20)));
      idle = tokens.length === 0 ? idle + 1 : 0;
      for (const token of tokens) {
        const luck = dice();
        old.push(token);
        if (luck < 0.05) {
          ledger.crashes += 1;
          break; // forgets what it holds
        }
        if (luck < 0.08) {
          ledger.lapses += 1;
          clock.set(plus(clock(), minutes(6))); // oversleeps, and so do all the others
        }
        if (luck < 0.15) await hold(token, 'renew');
        if (luck < 0.25) await hold(token, 'release');
        else await accept(worker, token);
      }
      for (const ghost of old.filter(() => dice() < 0.2))
        await (dice() < 0.5 ? accept(worker, ghost) : hold(ghost, dice() < 0.5 ? 'release' : 'renew'));
    }
  };
  const office = async () => {
    for (const jobId of ids) {
      if (dice() >= 0.02) continue;
      const answer = await cancelJob(ports)(ward, jobId, 'the citizen comes to the counter');
      if (answer.is === 'done' && answer.job.state === 'cancelled') ledger.cancelled.add(jobId);
    }
  };

  const drain = async () => {
    for (let quiet = 0, round = 1; quiet < 2; round += 1) {
      clock.set(plus(clock(), hours(1)));
      const tokens = await claim('drain', `drain-round-${round}`, 50);
      quiet = tokens.length === 0 ? quiet + 1 : 0;
      for (const token of tokens) await accept('drain', token);
    }
  };
  const all = Array.from({ length: workers }, async (_, n) => work(`worker-${n}`));
  return { ids, ledger, run: Promise.all([...all, office()]), drain };
};

const later = (now: Instant, inMinutes: number): Instant => plus(now, minutes(inMinutes));
