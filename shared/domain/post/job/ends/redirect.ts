/**
 * Another address for papers that a partner has taken over. The partner knows where they are and where it can go, so the
 * office asks and the job keeps its address until the partner says yes; nobody is told before. A no leaves the old
 * address, and a person of the office decides what now.
 */
import type { Instant } from '../../../values/instant.ts';
import type { Address } from '../../../values/places/address.ts';
import { canonical } from '../../../values/writing/canonical.ts';
import type { PartnerAnswer } from '../../partner/partner-requests.ts';
import { isWardPartner } from '../../partner/ward-partner.ts';
import type { DispatchJob } from '../dispatch-job.ts';
import { atOffice, mayHappen } from '../dispatch-moves.ts';
import type { JobFacts, JobStep } from '../job-step.ts';

/** The citizen's end of a journey. */
export const citizenEnd = ({ direction }: Pick<DispatchJob, 'direction'>): 'recipient' | 'pickup' =>
  direction === 'to-citizen' ? 'recipient' : 'pickup';

const labelled = ({ labelPrints, state }: DispatchJob): boolean =>
  labelPrints > 0 && atOffice.some((office) => office === state);

/** A label that no longer says where the papers go, or to whom: nothing leaves the office under it. */
export const outdatesLabel = (job: DispatchJob): JobFacts => (labelled(job) ? { labelOutdated: true } : {});

/** Whether another address is the partner's to agree to; the ward's own people have agreed by being told. */
export const needsYes = (job: DispatchJob): boolean =>
  mayHappen('redirect-asked', job.state) && !isWardPartner(job.partner);

/** Asked, not answered, and still worth an answer. */
export const awaitsYes = (job: Pick<DispatchJob, 'redirect' | 'state'>): boolean =>
  job.redirect !== undefined && job.redirect.answered === undefined && mayHappen('redirect-asked', job.state);

/** What a redirect leaves to the office while the papers are not at their end: an answer to wait for, or a no to act on. */
export const redirectWork = (job: Pick<DispatchJob, 'redirect' | 'state'>): string[] => {
  if (awaitsYes(job)) return ['redirect-unanswered'];
  return job.redirect?.answered?.yes === false && mayHappen('redirect-asked', job.state)
    ? ['redirect-refused']
    : [];
};

/** The citizen is told of a new address once the partner goes there, while the papers are still to come. */
export const redirectToTell = (job: DispatchJob): boolean =>
  job.redirect?.answered?.yes === true &&
  job.direction === 'to-citizen' &&
  job.letter === undefined &&
  mayHappen('redirect-asked', job.state);

/** The address that the citizen wants and that this journey could not go to any more. */
export const addressUnserved = ({ redirect }: Pick<DispatchJob, 'redirect'>): Address | undefined =>
  redirect !== undefined && redirect.answered?.yes !== true ? redirect.address : undefined;

/** The same address is asked for already. */
export const isAskedFor = (job: DispatchJob, address: Address): boolean =>
  awaitsYes(job) && canonical(job.redirect!.address) === canonical(address);

/** Asks the partner to bring the papers elsewhere. `who` is the citizen's end as it is known now; it has the old address. */
export const askingRedirect = (
  job: DispatchJob,
  wanted: { address: Address; lacks: readonly string[]; who: JobFacts },
  at: Instant,
): JobStep => ({
  happened: 'redirect-asked',
  at,
  onlyIf: { revision: job.revision },
  set: {
    ...wanted.who,
    redirect: {
      at,
      address: wanted.address,
      ...(wanted.lacks.length > 0 && { lacks: [...wanted.lacks] }),
    },
  },
  change: 'address-corrected',
});

/** The partner goes there, or cannot. A no may still become a yes; a yes stands. */
export const answeringRedirect = (
  job: DispatchJob,
  answer: PartnerAnswer,
  at: Instant,
): JobStep | 'already' | 'not-redirected' => {
  const { redirect } = job;
  if (redirect === undefined) return 'not-redirected';
  const { answered } = redirect;
  if (answered?.yes === true) return answer.confirmed ? 'already' : 'not-redirected';
  if (answered?.yes === false && !answer.confirmed) return 'already';
  const step = { at, onlyIf: { revision: job.revision } };
  if (!answer.confirmed) {
    const no = { at, yes: false, reason: answer.reason };
    return { ...step, happened: 'redirect-refused', set: { redirect: { ...redirect, answered: no } } };
  }
  const end = citizenEnd(job);
  return {
    ...step,
    happened: 'redirect-confirmed',
    set: {
      [end]: { ...job[end], address: redirect.address },
      waitsFor: redirect.lacks,
      redirect: { ...redirect, answered: { at, yes: true } },
      ...outdatesLabel(job),
    },
  };
};
