/**
 * The journey of a result, decided before anything is said of it: an event may ask for one, complete or correct one that
 * waits, or take one back. What a message may promise follows from what then stands.
 */
import { type Dossier, fact, standingOf } from '../dossier/dossier.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import type { AcceptedEvent } from '../dossier/event/status-event.ts';
import { newsFor } from '../dossier/superseding.ts';
import { between, type Instant } from '../values/instant.ts';
import { canonical } from '../values/writing/canonical.ts';
import type { PlaceCatalogue } from '../values/places/places.ts';
import {
  type Carried,
  decideDispatch,
  recipientOf,
  resultVersion,
  unclearName,
} from '../post/job/decide-dispatch.ts';
import type { DispatchJob } from '../post/job/dispatch-job.ts';
import { mayHappen } from '../post/job/dispatch-moves.ts';
import { cancelling, recalling } from '../post/job/ends/cancel.ts';
import { arrangingPost, correctingAddress, waitsForPost } from '../post/job/ends/correct-address.ts';
import { type JobStep, takeStep } from '../post/job/job-step.ts';
import type { WardPost } from '../post/partner/ward-post.ts';

/** What a ward has arranged for its post, and the journeys that a dossier and its bundle have so far. */
export type PostContext = {
  arranged?: WardPost;
  places: PlaceCatalogue;
  jobs: readonly DispatchJob[];
};

/** A step of a job that exists, to be made before anything is said. */
export type JourneyStep = { jobId: string; step: JobStep };

/** What an event means for journeys, and the dossier's own as it then stands. */
export type Journey = { dispatch?: DispatchJob; steps: JourneyStep[]; job?: DispatchJob };

/** Why a journey was taken back by the dossier's own news; only such a one is asked for again by news. */
const because = 'wanted-otherwise';
/** The status that asked for it was taken back; reported anew, it is asked for anew. */
const takenBack = 'taken-back';

const carried = (dossier: Dossier | undefined): Carried | undefined => {
  if (dossier === undefined || standingOf(dossier)?.status !== 'completed') return undefined;
  const method = fact(dossier, 'returnMethod');
  return method === 'post' || method === 'home' ? method : undefined;
};

/** The newest journey of a dossier's result: of its newest issue, the last one. */
export const newestJourney = (jobs: readonly DispatchJob[], code: DossierCode): DispatchJob | undefined =>
  jobs
    .filter((job) => job.dossierCode === code)
    .toSorted((a, b) => a.resultVersion - b.resultVersion || a.journey - b.journey)
    .at(-1);

const taken = (job: DispatchJob, step: JobStep): DispatchJob => {
  const made = takeStep(job, step);
  return made.is === 'moved' ? made.job : job;
};

/** Takes back papers that have not left, where that is still the office's to say or ask. */
const withdrawal = (job: DispatchJob, now: Instant, reason: string = because): JourneyStep[] => {
  const asked = cancelling(job, reason, now);
  return asked.is === 'step' ? [{ jobId: job.jobId, step: asked.step }] : [];
};

/** Of a status that was taken back: papers that are with the partner are asked back, which it may refuse. */
const askedBack = (job: DispatchJob, now: Instant): JourneyStep[] => {
  if (job.recall === undefined && mayHappen('recall-requested', job.state))
    return [{ jobId: job.jobId, step: recalling(job, takenBack, now) }];
  return withdrawal(job, now, takenBack);
};

/** Journeys that no standing result asks for any more, because its status was taken back. */
const withoutGround = (jobs: readonly DispatchJob[], dossier: Dossier): DispatchJob[] =>
  standingOf(dossier)?.status === 'completed'
    ? []
    : jobs.filter(
        ({ dossierCode, direction, letter, resultVersion: version }) =>
          dossierCode === dossier.code &&
          direction === 'to-citizen' &&
          letter === undefined &&
          version > resultVersion(dossier),
      );

/** What news of the dossier changes in a journey that is wanted as it was before. */
const amendment = (
  job: DispatchJob,
  before: Dossier | undefined,
  dossier: Dossier,
  { arranged, places }: PostContext,
  now: Instant,
): JobStep | undefined => {
  if (waitsForPost(job) && arranged !== undefined) return arrangingPost(job, arranged, places, now);
  if (before === undefined || !mayHappen('address-corrected', job.state)) return undefined;
  const [was, is] = [before, dossier].map((of) => recipientOf(of, job.recipient, places));
  // An officer may know better by now: only what the news itself changed is written.
  const news = Object.entries(is!).filter(
    ([name, said]) =>
      canonical(said) !== canonical(was![name as keyof typeof was]) &&
      canonical(said) !== canonical(job.recipient[name as keyof typeof is]),
  );
  if (news.length === 0) return undefined;
  const corrected: Partial<DispatchJob['recipient']> = Object.fromEntries(news);
  const step = correctingAddress(job, corrected, places, now, unclearName(corrected.name));
  return step === 'already' ? undefined : step;
};

export const decideJourney = (
  before: Dossier | undefined,
  dossier: Dossier,
  post: PostContext | undefined,
  now: Instant,
  { voids }: Pick<AcceptedEvent, 'voids'> = {},
): Journey => {
  if (post === undefined) return { steps: [] };
  if (dossier.movedTo !== undefined) return { steps: movedAway(post.jobs, dossier, now) };
  if (dossier.carriedElsewhere) return { steps: [] };
  const groundless = voids === undefined ? [] : withoutGround(post.jobs, dossier);
  if (groundless.length > 0) return { steps: groundless.flatMap((job) => askedBack(job, now)) };
  const method = carried(dossier);
  const newest = newestJourney(post.jobs, dossier.code);
  // Late reports of older steps may make fewer issues of what was counted before; papers are never counted back.
  const version = Math.max(resultVersion(dossier), newest?.resultVersion ?? 0);
  const job = newest?.resultVersion === version ? newest : undefined;
  // A result that was issued again makes papers pointless that have not left yet.
  const steps = post.jobs
    .filter((other) => other.dossierCode === dossier.code && other.resultVersion < version)
    .flatMap((other) => withdrawal(other, now));

  const wanted = carried(before);
  if (job === undefined) {
    if (method === undefined || !isFresh(dossier, now)) return { steps };
    const dispatch = decideDispatch(dossier, method, post.arranged, post.places, now);
    return { steps, dispatch, job: dispatch };
  }
  if (wanted !== undefined && wanted !== method) {
    const withdrawn = withdrawal(job, now);
    const left = withdrawn.reduce((so, { step }) => taken(so, step), job);
    const rest = { steps: [...steps, ...withdrawn], job: left };
    return method === undefined ? rest : again(left, rest, method, dossier, post, now);
  }
  if (method === undefined) return { steps, job };
  const amended = amendment(job, before, dossier, post, now);
  if (amended !== undefined)
    return { steps: [...steps, { jobId: job.jobId, step: amended }], job: taken(job, amended) };
  return again(job, { steps, job }, method, dossier, post, now);
};

/** Another office orders anew what no partner has accepted; what one has goes its way. */
const movedAway = (jobs: readonly DispatchJob[], { code }: Dossier, now: Instant): JourneyStep[] =>
  jobs
    .filter(({ dossierCode, state }) => dossierCode === code && mayHappen('cancelled', state))
    .flatMap((job) => withdrawal(job, now, 'moved'));

const isFresh = (dossier: Dossier, now: Instant): boolean =>
  between(standingOf(dossier)!.occurredAt, now) <= newsFor;

/** The next journey of papers whose last one news had taken back; every other end is for a person to judge. */
const again = (
  last: DispatchJob,
  rest: Journey,
  method: Carried,
  dossier: Dossier,
  { arranged, places }: PostContext,
  now: Instant,
): Journey => {
  const isOurs = last.state === 'cancelled' && [because, takenBack].includes(last.cancel?.reason ?? '');
  // The next one was named and never made: whoever was deciding died in between.
  const isMissing = last.state === 'redispatched';
  if (!(isOurs || isMissing) || !isFresh(dossier, now)) return rest;
  const numbered = { journey: last.journey + 1, redispatchOf: last.jobId };
  const dispatch = decideDispatch(dossier, method, arranged, places, now, numbered);
  if (isMissing) return { ...rest, dispatch, job: dispatch };
  const step: JobStep = {
    happened: 'redispatched',
    at: now,
    onlyIf: { revision: last.revision },
    set: { redispatchedAs: dispatch.jobId },
  };
  return { steps: [...rest.steps, { jobId: last.jobId, step }], dispatch, job: dispatch };
};

/** The jobs as they stand after a decision. */
export const jobsAfter = (
  jobs: readonly DispatchJob[],
  { dispatch, steps = [] }: { dispatch?: DispatchJob; steps?: readonly JourneyStep[] },
): DispatchJob[] => [
  ...jobs.map((job) =>
    steps.filter(({ jobId }) => jobId === job.jobId).reduce((so, { step }) => taken(so, step), job),
  ),
  ...(dispatch ? [dispatch] : []),
];
