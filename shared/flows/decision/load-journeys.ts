import type { PostContext } from '../../domain/decision/decide-journey.ts';
import { readyIn, type BundleRecord } from '../../domain/dossier/bundle.ts';
import { absorb } from '../../domain/dossier/absorb.ts';
import { type Dossier, fact } from '../../domain/dossier/dossier.ts';
import type { AcceptedEvent } from '../../domain/dossier/event/status-event.ts';
import { resultVersion } from '../../domain/post/job/decide-dispatch.ts';
import { type DispatchJob, jobIdOf } from '../../domain/post/job/dispatch-job.ts';
import type { DispatchJobs } from '../../domain/post/job/dispatch-jobs.ts';
import type { WardPosts } from '../../domain/post/partner/ward-post.ts';
import type { Places } from '../../domain/values/places/places.ts';

export type JourneyPorts = { jobs: Pick<DispatchJobs, 'find' | 'step'>; posts: WardPosts; places: Places };

type Turn = {
  before: Dossier | undefined;
  events: readonly AcceptedEvent[];
  bundle: BundleRecord | undefined;
};

const isCarried = (dossier: Dossier | undefined): boolean => {
  const method = dossier && fact(dossier, 'returnMethod');
  return method === 'post' || method === 'home';
};

/**
 * What decisions on these events have to know of journeys: nothing, as for nearly all dossiers, where no result is ready
 * that somebody wants brought, of this dossier or of one filed with it.
 */
export const loadJourneys = async (
  { jobs, posts, places }: JourneyPorts,
  { before, events, bundle }: Turn,
): Promise<PostContext | undefined> => {
  const after: (Dossier | undefined)[] = [before];
  for (const event of events) after.push(absorb(after.at(-1), event));
  const { ward, code } = after.at(-1)!;
  const issued = Math.max(...after.map((dossier) => (dossier ? resultVersion(dossier) : 0)));
  const versions = after.some(isCarried) ? issued : 0;
  const others = bundle === undefined ? [] : readyIn(bundle).filter((other) => other !== code);
  if (versions + others.length === 0) return undefined;

  const asked = [
    ...Array.from({ length: versions }, (_, index) => ({ dossierCode: code, version: index + 1 })),
    ...others.map((dossierCode) => ({ dossierCode, version: 1 })),
  ];
  const [arranged, known, ...found] = await Promise.all([
    posts.of(ward),
    places(),
    ...asked.map((of) => journeysOf(jobs, ward, of)),
  ]);
  return { ...(arranged && { arranged }), places: known, jobs: found.flat() };
};

/** All journeys of one issue of a dossier's result, in their order. */
export const journeysOf = async (
  jobs: Pick<DispatchJobs, 'find'>,
  ward: string,
  { dossierCode, version }: { dossierCode: string; version: number },
): Promise<DispatchJob[]> => {
  const found: DispatchJob[] = [];
  const key = { ward, dossierCode, resultVersion: version, direction: 'to-citizen', journey: 1 } as const;
  for (let next: string | undefined = jobIdOf(key); next !== undefined;) {
    const job: DispatchJob | undefined = await jobs.find({ ward }, next);
    if (job !== undefined) found.push(job);
    next = job?.redispatchedAs;
  }
  return found;
};
