import type { DispatchJob, JobScope } from '../../../domain/post/job/dispatch-job.ts';
import {
  type Manifest,
  type ManifestLine,
  manifestText,
  sealed,
  type Manifests,
} from '../../../domain/post/paper/manifest.ts';
import { awaitsYes } from '../../../domain/post/job/ends/redirect.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; manifests: Manifests; clock: Clock; sha256: (text: string) => string };
type LeftOff = {
  jobId: string;
  because:
    | 'not-found'
    | 'other-partner'
    | 'on-another-list'
    | 'not-accepted'
    | 'label-outdated'
    | 'redirect-unanswered';
};
export type Sealed =
  | { is: 'sealed'; manifest: Manifest; leftOff: LeftOff[] }
  | { is: 'not-found' | 'nothing-to-seal' };

/**
 * Binds every item to this list and seals it. An item is on one list only: the move to `manifested` is possible once.
 * What cannot go, lies under a label with an old address, or may have to go elsewhere is left off
 * with its reason. Sealing again after a crash finds its own items and goes on.
 */
export const sealManifest =
  ({ jobs, manifests, clock, sha256 }: Ports) =>
  async (scope: JobScope, manifestId: string): Promise<Sealed> => {
    const manifest = await manifests.find(scope, manifestId);
    if (!manifest) return { is: 'not-found' };
    if (manifest.state !== 'open') return { is: 'sealed', manifest, leftOff: [] };
    const at = clock();
    const lines: ManifestLine[] = [];
    const leftOff: LeftOff[] = [];
    for (const jobId of manifest.jobIds) {
      const ward = { ward: manifest.ward };
      const known = await jobs.find(ward, jobId);
      const mayGo = known?.partner === manifest.partner && notYet(known) === undefined;
      const made = mayGo
        ? await jobs.step(ward, jobId, { happened: 'manifested', at, set: { manifestId } })
        : undefined;
      const job = made?.is === 'moved' || made?.is === 'refused' ? made.job : undefined;
      if (job?.state === 'manifested' && job.manifestId === manifestId) lines.push(lineOf(job));
      else leftOff.push({ jobId, because: whyNot(known, job) });
    }
    if (lines.length === 0) return { is: 'nothing-to-seal' };
    const next = sealed(manifest, lines, sha256(manifestText(lines)), at);
    if (await manifests.replace(next)) return { is: 'sealed', manifest: next, leftOff };
    const faster = await manifests.find(scope, manifestId);
    return faster ? { is: 'sealed', manifest: faster, leftOff } : { is: 'not-found' };
  };

const lineOf = ({ jobId, dossierCode, trackingNumber = '', cod }: DispatchJob): ManifestLine => ({
  jobId,
  dossierCode,
  trackingNumber,
  codDue: cod.due,
});

/** Why papers that lie in the office ready to go had better stay; what is on a list already is bound. */
const notYet = (job: DispatchJob): 'label-outdated' | 'redirect-unanswered' | undefined => {
  if (job.state === 'manifested') return undefined;
  if (awaitsYes(job)) return 'redirect-unanswered';
  return job.labelOutdated ? 'label-outdated' : undefined;
};

const whyNot = (known: DispatchJob | undefined, tried: DispatchJob | undefined): LeftOff['because'] => {
  if (!known) return 'not-found';
  if (!tried) return notYet(known) ?? 'other-partner';
  return tried.state === 'manifested' ? 'on-another-list' : 'not-accepted';
};
