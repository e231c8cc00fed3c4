import { readFile } from 'node:fs/promises';
import { writeWhole } from '../whole-file.ts';

/** How far a mapping has read: behind this record of this shard. */
export type Checkpoint = { shard: string; sequence: string };

/** Where the readers of streams are, kept in a file when there is one. */
export type Checkpoints = {
  get: (mapping: string) => Checkpoint | undefined;
  set: (mapping: string, checkpoint: Checkpoint) => Promise<void>;
};

/** A lost write costs a batch that is handed over twice, never one that is left out. */
export const openCheckpoints = async (file: string | undefined): Promise<Checkpoints> => {
  const text = file === undefined ? '{}' : await readFile(file, 'utf8').catch(() => '{}');
  const all = new Map(Object.entries(JSON.parse(text) as Record<string, Checkpoint>));
  let writing = Promise.resolve();
  return {
    get: (mapping) => all.get(mapping),
    set: async (mapping, checkpoint) => {
      all.set(mapping, checkpoint);
      if (file === undefined) return;
      writing = writing.then(() => writeWhole(file, JSON.stringify(Object.fromEntries(all))));
      await writing;
    },
  };
};
