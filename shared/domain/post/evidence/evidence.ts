/**
 * Evidence of a journey: a photograph or a signed slip that a partner uploads to its job. It is bound to what it is
 * (hash, type, length) before a byte of it is sent, and goes when the citizen of the job is forgotten.
 */
import * as z from 'zod';
import { Instant } from '../../values/instant.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { isForgotten } from '../job/ends/forget.ts';

export const EvidenceRequest = z.strictObject({
  /** SHA-256 of the file, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  contentType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  /** The file's length, at most 8 MiB: a telephone's photograph has 2 to 5. */
  bytes: z
    .int()
    .positive()
    .max(8 * 1024 * 1024),
});
export type EvidenceRequest = z.infer<typeof EvidenceRequest>;

/** As many as one tracking event may name. */
export const mostEvidence = 15;

export type Evidence = EvidenceRequest & { evidenceId: string; jobId: string; at: Instant };

/** What an id stands for: the same file of the same job is the same evidence, of another job another. */
export const evidenceText = (jobId: string, { sha256, contentType, bytes }: EvidenceRequest): string =>
  ['evidence', jobId, sha256, contentType, bytes].join('/');

/** Why a partner may add no evidence to a job; nothing when it may. */
export const whyNoEvidence = (job: DispatchJob): 'not-accepted' | 'evidence-closed' | undefined => {
  if (job.acceptedAt === undefined) return 'not-accepted';
  return isForgotten(job) ? 'evidence-closed' : undefined;
};

/** What files of each type begin with (ISO 10918-1, ISO 15948, ISO 32000). */
const beginnings: Readonly<Record<EvidenceRequest['contentType'], readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** Whether a file begins as what it was announced to be: a page or a program under a picture's name does not. */
export const beginsAsAnnounced = (
  { contentType }: Pick<EvidenceRequest, 'contentType'>,
  bytes: Uint8Array,
): boolean => beginnings[contentType].every((byte, index) => bytes[index] === byte);

/** Evidence as either side of the counter sees it. */
export const EvidenceSeen = EvidenceRequest.extend({
  evidenceId: z.string(),
  at: Instant,
  state: z.enum(['awaited', 'uploaded', 'deleted']),
});
export type EvidenceSeen = z.infer<typeof EvidenceSeen>;

/** What there is of a job, oldest first. */
export const evidenceSeen = (
  job: DispatchJob,
  all: readonly Evidence[],
  uploaded: ReadonlySet<string>,
): EvidenceSeen[] =>
  all.map(({ jobId: _jobId, ...evidence }) => {
    if (uploaded.has(evidence.evidenceId)) return { ...evidence, state: 'uploaded' };
    return { ...evidence, state: isForgotten(job) ? 'deleted' : 'awaited' };
  });

/** Evidence that a scan names and that is not there. The scan counts all the same: a parcel arrives without its photo. */
export type MissingEvidence = { evidenceId: string; because: 'unknown' | 'not-uploaded' };

export const missingEvidence = (
  named: readonly string[],
  all: readonly Evidence[],
  uploaded: ReadonlySet<string>,
): MissingEvidence[] =>
  named
    .filter((evidenceId) => !uploaded.has(evidenceId))
    .map((evidenceId) => ({
      evidenceId,
      because: all.some((one) => one.evidenceId === evidenceId) ? 'not-uploaded' : 'unknown',
    }));

/** What is announced for each job; it holds no word about a citizen. */
export interface EvidenceShelf {
  /** Puts one beside the others of its job, once for its id, and never more than `most` of them. */
  add(
    evidence: Evidence,
    most: number,
  ): Promise<{ is: 'added' | 'existing'; evidence: Evidence } | { is: 'full' }>;
  /** Everything announced for a job, oldest first, read strongly. */
  of(jobId: string): Promise<Evidence[]>;
}

/** The files themselves. */
export interface EvidenceFiles {
  /** Where and with which headers the file is to be sent; the store refuses any other file. */
  upload(evidence: Evidence, seconds: number): Promise<{ url: string; headers: Record<string, string> }>;
  /** The ids of a job's evidence that has been uploaded. */
  uploaded(jobId: string): Promise<ReadonlySet<string>>;
  /** The first bytes of an uploaded file. */
  beginning(evidence: Pick<Evidence, 'jobId' | 'evidenceId'>): Promise<Uint8Array>;
  /** An address under which one file can be read for a few minutes by whoever has it. */
  link(evidence: Evidence, seconds: number): Promise<string>;
  /** Deletes every file of a job; once more is harmless. */
  remove(jobId: string): Promise<void>;
}
