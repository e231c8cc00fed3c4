import type { Instant } from '../../../values/instant.ts';
import { codDue } from '../../money/cod.ts';
import { notArranged, type WardPost } from '../../partner/ward-post.ts';
import { arrangementFor, nameUnclear } from '../decide-dispatch.ts';
import { type DispatchJob, gapsOf } from '../dispatch-job.ts';
import type { JobFacts, JobStep } from '../job-step.ts';
import type { PlaceCatalogue } from '../../../values/places/places.ts';
import { canonical } from '../../../values/writing/canonical.ts';
import { askingRedirect, citizenEnd, isAskedFor, needsYes, outdatesLabel } from './redirect.ts';

/**
 * The job with other details: on offer while nothing is missing, else a draft; whoever holds it hears of the change, and
 * so does the ward's worklist of what is still missing then.
 */
const detailed = (job: DispatchJob, set: JobFacts, waitsFor: readonly string[], at: Instant): JobStep => {
  const known = { at, onlyIf: { revision: job.revision } };
  if (job.state === 'draft' && waitsFor.length === 0)
    return { ...known, happened: 'details-completed', set: { ...set, waitsFor: undefined, visibleAt: at } };
  if (job.state === 'ready' && waitsFor.length > 0)
    return {
      ...known,
      happened: 'details-missing',
      set: { ...set, waitsFor: [...waitsFor], visibleAt: undefined },
      raisesEpoch: true,
    };
  return {
    ...known,
    happened: 'address-corrected',
    set: {
      ...set,
      waitsFor: waitsFor.length > 0 ? [...waitsFor] : undefined,
      ...outdatesLabel(job),
    },
    ...(job.leaseEpoch > 0 && { change: 'address-corrected' as const }),
  };
};

/**
 * The citizen's corrected address in a job, and who they are. Who rings and whom to ring is the office's to say at once;
 * where to go is asked of a partner that has taken the papers over. The address of now takes back what was asked. A name that
 * looked broken is right once somebody has written it anew; `also` is what else is wrong with what was written.
 */
export const correctingAddress = (
  job: DispatchJob,
  corrected: Partial<DispatchJob['recipient']>,
  places: PlaceCatalogue,
  at: Instant,
  also: readonly string[] = [],
): JobStep | 'already' => {
  const end = citizenEnd(job);
  const { address: now } = job[end];
  const { address = now, ...who } = corrected;
  const known = { ...job[end], ...who };
  const facts = { [end]: { ...known, address } };
  const stay = (job.waitsFor ?? []).filter(
    (gap) => gap === notArranged || (gap === nameUnclear && who.name === undefined),
  );
  const lacks = [...stay, ...also, ...gapsOf({ ...job, ...facts }, places)];
  const isElsewhere = canonical(address) !== canonical(now);
  if (!isElsewhere || !needsYes(job)) {
    const withdrawn = corrected.address === undefined ? {} : { redirect: undefined };
    return detailed(job, { ...facts, ...withdrawn }, lacks, at);
  }
  const isOther = canonical(known) !== canonical(job[end]);
  if (!isOther && isAskedFor(job, address)) return 'already';
  const label = isOther ? outdatesLabel(job) : {};
  return askingRedirect(job, { address, lacks, who: { [end]: known, ...label } }, at);
};

/** Whether a draft waits for its ward to arrange the post. */
export const waitsForPost = ({ state, waitsFor = [] }: Pick<DispatchJob, 'state' | 'waitsFor'>): boolean =>
  state === 'draft' && waitsFor.includes(notArranged);

/** The ward has arranged its post now: a draft that waited for it goes on offer, unless its address has gaps too. */
export const arrangingPost = (
  job: DispatchJob,
  post: WardPost,
  places: PlaceCatalogue,
  at: Instant,
): JobStep => {
  const { codDue: due, ...arranged } = arrangementFor(job, post, at);
  const unclear = (job.waitsFor ?? []).filter((gap) => gap === nameUnclear);
  const lacks = [...unclear, ...gapsOf({ ...job, ...arranged }, places)];
  return detailed(job, { ...arranged, cod: codDue(due) }, lacks, at);
};
