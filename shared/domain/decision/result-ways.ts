/** How results reach their citizens as things stand: promised is what is arranged, and nothing else. */
import { type Bundle, readyIn } from '../dossier/bundle.ts';
import { type Dossier, fact } from '../dossier/dossier.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import type { ResultWay } from '../dossier/statuses.ts';
import type { DispatchJob } from '../post/job/dispatch-job.ts';
import { promisedBy, promiseIn } from '../post/job/promise.ts';
import { newestJourney } from './decide-journey.ts';

export type Ways = {
  /** What a message about this dossier may say. */
  of: (code: DossierCode) => ResultWay;
  /** The journey that it speaks of, if it promises one. */
  job: (code: DossierCode) => DispatchJob | undefined;
  /** The way of the dossier's own result as long as that is the newest word: papers that turned round have words of their own. */
  unsaid: (job: DispatchJob | undefined) => ResultWay | undefined;
};

/**
 * A family that filed together is promised a delivery when all that is ready is on its way; it hears one word for all,
 * so that one member whose address is missing would never be asked for it.
 */
export const waysOf = (dossier: Dossier, jobs: readonly DispatchJob[], bundle: Bundle | undefined): Ways => {
  const wanted = fact(dossier, 'returnMethod') ?? 'counter';
  const isCarried = wanted === 'post' || wanted === 'home';
  const promised = (code: DossierCode) => promisedBy(newestJourney(jobs, code));
  const together = bundle === undefined ? [] : readyIn(bundle);
  const waits = (code: DossierCode) => code !== dossier.code && newestJourney(jobs, code)?.state === 'draft';
  const of = (code: DossierCode): ResultWay => {
    const by = promised(code);
    if (by === undefined) return isCarried || waits(code) ? 'ring' : wanted;
    return isCarried && together.some((other) => promised(other) === undefined) ? 'ring' : by;
  };
  return {
    of,
    job: (code) => (of(code) === promised(code) ? newestJourney(jobs, code) : undefined),
    unsaid: (job) => (job !== undefined && promiseIn[job.state] === 'over' ? undefined : of(dossier.code)),
  };
};
