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

/** How a photograph begins. */
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);

/** Files in memory; a test puts one by `send`. */
export const memoryEvidenceFiles = (): EvidenceFiles & {
  send: (evidence: Evidence, bytes?: Uint8Array) => void;
} => {
  const files = new Map<string, Set<string>>();
  const sent = new Map<string, Uint8Array>();
  return {
    send: ({ jobId, evidenceId }, bytes = jpeg) => {
      files.set(jobId, new Set(files.get(jobId)).add(evidenceId));
      sent.set(`${jobId}/${evidenceId}`, bytes);
    },
    beginning: async ({ jobId, evidenceId }) => sent.get(`${jobId}/${evidenceId}`) ?? new Uint8Array(),
    upload: async ({ evidenceId, contentType }) => ({
      url: `memory://${evidenceId}`,
      headers: { 'content-type': contentType },
    }),
    uploaded: async (jobId) => files.get(jobId) ?? new Set(),
    link: async ({ evidenceId }, seconds) => `memory://${evidenceId}?seconds=${seconds}`,
    remove: async (jobId) => void files.delete(jobId),
  };
};
