import { rename, writeFile } from 'node:fs/promises';

let drafts = 0;

/** Writes a file so that whoever reads it, after a kill too, finds all of the old text or all of the new one. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.${process.pid}-${(drafts += 1)}.new`;
  await writeFile(draft, text);
  await rename(draft, path);
};
