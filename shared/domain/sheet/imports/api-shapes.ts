/** Imports as the API and the desk see them. */
import * as z from 'zod';
import { Instant } from '../../values/instant.ts';
import { sentenceOfFile } from '../file-problem.ts';
import { ImportRow } from './import-rows.ts';
import { problemOf, SheetImport } from './sheet-import.ts';

export const ImportSeen = SheetImport.pick({
  state: true,
  fileName: true,
  bytes: true,
  at: true,
  by: true,
  sheet: true,
  columns: true,
  counts: true,
  foreseen: true,
  rows: true,
  answered: true,
  startedAt: true,
  startedBy: true,
  endedAt: true,
}).extend({
  importId: z.string(),
  problem: z
    .strictObject({ code: z.string(), sentence: z.string() })
    .optional()
    .describe('Why the whole file is not read, and what to do'),
  headings: z.array(z.string()).optional().describe('Headings of a file whose columns are not known yet'),
});
export type ImportSeen = z.infer<typeof ImportSeen>;

export const ImportDetails = ImportSeen.extend({
  toMend: z.array(ImportRow).describe('Rows that somebody has to look at, in the order of the file'),
  next: z.int().optional().describe('Ask with `after` for the rows behind this one'),
});
export type ImportDetails = z.infer<typeof ImportDetails>;

export const ImportList = z.strictObject({ imports: z.array(ImportSeen) });

export const ImportAnnounced = z.strictObject({
  importId: z.string(),
  upload: z.strictObject({
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()).describe('To be sent exactly so; any other file is refused'),
    expiresAt: Instant,
  }),
});

export const ImportLink = z.strictObject({ url: z.string() });

/** An import without what only its worker needs. */
export const importSeen = (one: SheetImport): ImportSeen => {
  const { id, ward: _ward, version: _v, sha256: _sha, reading: _r, tries: _t, problem: _p, ...seen } = one;
  const problem = problemOf(one);
  const told = problem && { problem: { code: problem.code, sentence: sentenceOfFile(problem, 'vi') } };
  const asked = problem?.code === 'no-headings' || problem?.code === 'no-status';
  const headings = asked && problem.of && { headings: [...problem.of] };
  return { importId: id, ...seen, ...told, ...headings };
};
