import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

/** How far a push of a file came, kept beside the file. `name` tells the file's content and its receiver apart. */
const Progress = z.object({ name: z.string(), rows: z.int().min(0) });

const beside = (file: string) => `${file}.pushed`;

/** Rows of this content already answered by this receiver; 0 when the file has changed or nothing was begun. */
export const recall = (file: string, name: string): number => {
  if (!existsSync(beside(file))) return 0;
  const known = Progress.safeParse(JSON.parse(readFileSync(beside(file), 'utf8')));
  return known.success && known.data.name === name ? known.data.rows : 0;
};

export const remember = (file: string, name: string, rows: number): void =>
  writeFileSync(beside(file), JSON.stringify({ name, rows }));

export const forget = (file: string): void => rmSync(beside(file), { force: true });
