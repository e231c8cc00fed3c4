import type { Evidence, EvidenceFiles, EvidenceShelf } from '../../../domain/post/evidence/evidence.ts';

/** Announced evidence in memory. */
export const memoryEvidenceShelf = (): EvidenceShelf => {
  const shelf: Evidence[] = [];
  return {
    add: async (evidence, most) => {
      const there = shelf.filter(({ jobId }) => jobId === evidence.jobId);
      const same = there.find(({ evidenceId }) => evidenceId === evidence.evidenceId);
      if (same) return { is: 'existing', evidence: same };
      if (there.length >= most) return { is: 'full' };
      shelf.push(evidence);
      return { is: 'added', evidence };
    },
    of: async (wanted) => shelf.filter(({ jobId }) => jobId === wanted),
  };
};

/** Files in memory; a test puts one by `send`. */
export const memoryEvidenceFiles = (): EvidenceFiles & { send: (evidence: Evidence) => void } => {
  const files = new Map<string, Set<string>>();
  return {
    send: ({ jobId, evidenceId }) => void files.set(jobId, new Set(files.get(jobId)).add(evidenceId)),
    upload: async ({ evidenceId, contentType }) => ({
      url: `memory://${evidenceId}`,
      headers: { 'content-type': contentType },
    }),
    uploaded: async (jobId) => files.get(jobId) ?? new Set(),
    link: async ({ evidenceId }, seconds) => `memory://${evidenceId}?seconds=${seconds}`,
    remove: async (jobId) => void files.delete(jobId),
  };
};
