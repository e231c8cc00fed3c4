/** What evidence needs from outside. */
import type { Evidence } from './evidence.ts';

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
  /** An address under which one file can be read for a few minutes by whoever has it. */
  link(evidence: Evidence, seconds: number): Promise<string>;
  /** Deletes every file of a job; once more is harmless. */
  remove(jobId: string): Promise<void>;
}
