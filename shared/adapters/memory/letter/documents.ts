import type { Documents } from '../../../domain/letter/press.ts';

/** Files in memory, readable by tests. */
export const memoryDocuments = (): Documents & { files: Map<string, Uint8Array> } => {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    keep: async (key, pdf) => {
      files.set(key, pdf);
    },
    link: async (key, { seconds }) => `memory://${key}?seconds=${seconds}`,
  };
};
