import type { LetterAct } from '../../domain/letter/api/shapes.ts';
import { newJob } from '../../domain/post/job/dispatch-job.ts';
import { letterJourney } from '../../domain/letter/occasion/letter-journey.ts';
import { type ActOutcome, actOnLetter } from './act-on-letter.ts';
import type { LetterName, Letters } from '../../domain/letter/letters.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import type { DispatchJobs } from '../../domain/post/job/dispatch-jobs.ts';
import type { Places } from '../../domain/values/places/places.ts';
import type { WardPosts } from '../../domain/post/partner/ward-post.ts';

type Ports = {
  letters: Letters;
  dossiers: Pick<Dossiers, 'find'>;
  posts: WardPosts;
  places: Places;
  jobs: Pick<DispatchJobs, 'create'>;
  clock: Clock;
};

/**
 * Notes that a letter was posted and, where it goes by itself, asks the ward's postal partner to fetch it. Its job has a
 * derived id, so the same act again finds the job, or makes the one that a failure in between has left out.
 */
export const postLetter = (ports: Ports) => {
  const act = actOnLetter(ports);
  return async (name: LetterName, given: LetterAct, by: string): Promise<ActOutcome> => {
    const outcome = await act(name, 'posted', given, by);
    if (outcome.is !== 'done') return outcome;
    const dispatchJobId = await fetched(ports, name);
    return dispatchJobId === undefined
      ? outcome
      : { ...outcome, letter: { ...outcome.letter, dispatchJobId } };
  };
};

const fetched = async (
  { letters, dossiers, posts, places, jobs, clock }: Ports,
  name: LetterName,
): Promise<string | undefined> => {
  const [letter] = await letters.find([name]);
  const post = await posts.of(name.ward);
  if (letter === undefined || post === undefined) return undefined;
  const [found] = await dossiers.find([{ ward: name.ward, code: letter.dossierCode }]);
  if (found === undefined) return undefined;
  const catalogue = await places();
  const wanted = letterJourney(letter, found.dossier, post, catalogue, clock());
  if (wanted === undefined) return undefined;
  const job = newJob(wanted, catalogue, clock());
  await jobs.create(job);
  return job.jobId;
};
