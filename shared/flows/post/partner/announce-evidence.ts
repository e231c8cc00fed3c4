import {
  type Evidence,
  type EvidenceRequest,
  evidenceText,
  mostEvidence,
  whyNoEvidence,
  type EvidenceFiles,
  type EvidenceShelf,
} from '../../../domain/post/evidence/evidence.ts';
import { type Instant, plus, seconds, type Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = {
  jobs: Pick<DispatchJobs, 'find'>;
  shelf: EvidenceShelf;
  files: Pick<EvidenceFiles, 'upload'>;
  hash: (text: string) => string;
  clock: Clock;
};
export type Announced =
  | {
      is: 'added' | 'existing';
      evidence: Evidence;
      upload: { method: 'PUT'; url: string; headers: Record<string, string>; expiresAt: Instant };
    }
  | { is: 'not-found' | 'not-accepted' | 'evidence-closed' | 'evidence-full' };

/** Long enough for a photograph over a village's mobile network; a repeat gives another. */
const uploadSeconds = 900;

/** A partner says which file it is about to send, and is told where. The same file again is the same evidence. */
export const announceEvidence =
  ({ jobs, shelf, files, hash, clock }: Ports) =>
  async (partner: string, jobId: string, request: EvidenceRequest): Promise<Announced> => {
    const job = await jobs.find({ partner }, jobId);
    if (!job) return { is: 'not-found' };
    const no = whyNoEvidence(job);
    if (no) return { is: no };
    const evidenceId = `ev_${hash(evidenceText(jobId, request)).slice(0, 22)}`;
    const at = clock();
    const put = await shelf.add({ ...request, evidenceId, jobId, at }, mostEvidence);
    if (put.is === 'full') return { is: 'evidence-full' };
    const upload = await files.upload(put.evidence, uploadSeconds);
    const expiresAt = plus(at, seconds(uploadSeconds));
    return { ...put, upload: { method: 'PUT', ...upload, expiresAt } };
  };
