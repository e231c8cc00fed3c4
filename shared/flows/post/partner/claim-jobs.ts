import { type ClaimAnswer, offerOf, pollAfterSeconds } from '../../../domain/post/job/job-offer.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { type ClaimRequest, claiming, fromOwnPlace, givingUp } from '../../../domain/post/job/lease.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { Candidate, JobClaim, DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { Polls } from '../../../domain/post/partner/polling.ts';

type Claimed = { is: 'claimed'; answer: ClaimAnswer; givenUp: string[] } | { is: 'claim-id-reused' };

/**
 * Leases up to `maxJobs` to a partner. What the claim is about to take is written down first, so that a repeat finds
 * the same jobs however far the first attempt came. Jobs claimed too often are set aside and named for the alarm. The
 * oldest go first; a claim that meets another one goes on from a place of its own, and is asked to come back at once
 * when it lost too many races to be given all it wanted.
 */
export const claimJobs =
  ({ jobs, polls, clock }: { jobs: DispatchJobs; polls: Pick<Polls, 'noted'>; clock: Clock }) =>
  async (partner: string, request: ClaimRequest): Promise<Claimed> => {
    const at = clock();
    await polls.noted(partner, at);
    const answer = (won: readonly DispatchJob[], givenUp: string[] = [], missed = false): Claimed => ({
      is: 'claimed',
      answer: {
        serverTime: at,
        claimId: request.claimId,
        pollAfterSeconds: pollAfterSeconds(won.length, request.maxJobs, missed),
        jobs: won.map(offerOf),
      },
      givenUp,
    });
    const repeated = async (claim: JobClaim) => {
      const found = await Promise.all(claim.jobIds.map((jobId) => jobs.find({ partner }, jobId)));
      return answer(
        found.filter((job) => job !== undefined).filter((job) => job.claimId === request.claimId),
      );
    };

    const earlier = await jobs.findClaim(partner, request.claimId);
    const seen = earlier
      ? []
      : await jobs.claimable(partner, at, readAtOnce(request.maxJobs), request.filter);
    if (!earlier && seen.length === 0) return answer([]); // an empty answer binds nobody and costs no write
    const opened = await jobs.openClaim(partner, { request, jobIds: seen.map(({ jobId }) => jobId), at });
    if (opened.is === 'reused') return { is: 'claim-id-reused' };
    if (opened.is === 'repeated') return await repeated(opened.claim);

    const won: DispatchJob[] = [];
    const givenUp: string[] = [];
    const take = async ({ jobId, attempt, maxAttempts }: Candidate): Promise<boolean> => {
      const spent = attempt >= maxAttempts;
      const made = await jobs.step({ partner }, jobId, spent ? givingUp(at) : claiming(at, request));
      if (made.is !== 'moved') return false; // somebody else was faster, or the index was behind
      if (spent) givenUp.push(jobId);
      else won.push(made.job);
      return true;
    };
    let rest = seen;
    let lost = 0;
    while (rest.length > 0 && won.length < request.maxJobs) {
      const wanted = rest.slice(0, Math.min(atOnce, request.maxJobs - won.length));
      rest = rest.slice(wanted.length);
      const missed = (await Promise.all(wanted.map(take))).filter((taken) => !taken).length;
      if (missed > 0 && lost === 0) rest = fromOwnPlace(rest, request.claimId);
      lost += missed;
    }
    return answer(won, givenUp, lost > 0);
  };

/** How many offers one claim looks at: enough for as many partners' workers as ask in one second. */
const readAtOnce = (maxJobs: number): number => Math.max(60, maxJobs * 4);

/** So many conditional writes run side by side. */
const atOnce = 10;
