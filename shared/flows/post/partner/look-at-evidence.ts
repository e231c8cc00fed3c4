import type { JobScope } from '../../../domain/post/job/dispatch-job.ts';
import {
  beginsAsAnnounced,
  type EvidenceSeen,
  evidenceSeen,
  missingEvidence,
  type MissingEvidence,
  type EvidenceFiles,
  type EvidenceShelf,
} from '../../../domain/post/evidence/evidence.ts';
import type { TrackingEvent } from '../../../domain/post/tracking/tracking-event.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; shelf: Pick<EvidenceShelf, 'of'>; files: EvidenceFiles };

/** What there is of a job, for its ward and for its partner. */
export const listEvidence =
  ({ jobs, shelf, files }: Ports) =>
  async (scope: JobScope, jobId: string): Promise<EvidenceSeen[] | undefined> => {
    const job = await jobs.find(scope, jobId);
    if (!job) return undefined;
    const all = await shelf.of(jobId);
    return evidenceSeen(job, all, all.length === 0 ? new Set() : await files.uploaded(jobId));
  };

/** How long an address of a file works, in seconds. */
const linkSeconds = 300;

type Looked = { is: 'link'; url: string } | { is: 'not-found' | 'evidence-not-as-announced' };

/**
 * An address of one uploaded file that works for five minutes. Only who opens a file is in danger from it, so it is looked at
 * then: what does not begin as its type does is shown to nobody.
 */
export const linkToEvidence =
  (ports: Ports) =>
  async (scope: JobScope, jobId: string, evidenceId: string): Promise<Looked> => {
    const seen = await listEvidence(ports)(scope, jobId);
    const found = seen?.find((one) => one.evidenceId === evidenceId && one.state === 'uploaded');
    if (found === undefined) return { is: 'not-found' };
    const begins = await ports.files.beginning({ jobId, evidenceId });
    if (!beginsAsAnnounced(found, begins)) return { is: 'evidence-not-as-announced' };
    return { is: 'link', url: await ports.files.link({ ...found, jobId }, linkSeconds) };
  };

/** What a scan names and its job has not got; looked at after the scan was taken, for it never waits for a photo. */
export const missingOfScan =
  ({ jobs, shelf, files }: Ports) =>
  async (
    partner: string,
    { jobId, trackingNumber, evidenceIds = [] }: TrackingEvent,
  ): Promise<MissingEvidence[]> => {
    if (evidenceIds.length === 0) return [];
    const job =
      jobId === undefined
        ? await jobs.findByTrackingNumber({ partner }, trackingNumber ?? '')
        : await jobs.find({ partner }, jobId);
    if (!job) return missingEvidence(evidenceIds, [], new Set());
    const [all, uploaded] = await Promise.all([shelf.of(job.jobId), files.uploaded(job.jobId)]);
    return missingEvidence(evidenceIds, all, uploaded);
  };
