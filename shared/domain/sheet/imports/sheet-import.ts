/** One file of an office, from its upload until every row of it was answered. */
import * as z from 'zod';
import { Instant, InstantWithOffset } from '../../values/instant.ts';
import type { Privacy } from '../../values/privacy.ts';
import { Ward } from '../../values/ward.ts';
import { SheetField } from '../columns/fields.ts';
import { SheetChoice } from '../columns/match.ts';
import type { FileProblemCode } from '../file-problem.ts';
import { type ImportMove, importAfter, ImportState } from './import-moves.ts';

/** The largest file: what Lambda reads within its memory; 50,000 rows of a workbook have 6 MB, of a CSV 10. */
export const largestImport = 16 * 1024 * 1024;

/** What a file is before it is sent: S3 compares it with what comes. */
export const ImportRequest = z.strictObject({
  fileName: z.string().trim().min(1).max(200),
  /** SHA-256 of the file, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive().max(largestImport),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

/** What a person says of a file that does not say it itself; what is absent is as the office said before. */
export const ImportReading = z.strictObject({
  sheet: z.string().min(1).max(100).optional(),
  asOf: InstantWithOffset.optional(),
  columns: SheetChoice.shape.columns,
  statuses: SheetChoice.shape.statuses,
  encoding: SheetChoice.shape.encoding,
  /** Keeps columns, statuses and letters with the office for the next file. */
  remember: z.boolean().default(false),
});
export type ImportReading = z.infer<typeof ImportReading>;

/** What a start would come to, rehearsed under the office's choices. */
export const ImportForeseen = z.strictObject({
  citizens: z.int(),
  texts: z.int(),
  parts: z.int(),
  calls: z.int(),
  letters: z.int(),
  journeys: z.int(),
  /** Whole đồng of one part; absent where the office has set no budget in đồng. */
  pricePerPart: z.number().optional(),
});
export type ImportForeseen = z.infer<typeof ImportForeseen>;

/** Rows by what became of them; `ready` would be sent. */
export const ImportCounts = z.strictObject({
  ready: z.int(),
  accepted: z.int(),
  duplicate: z.int(),
  rejected: z.int(),
  skipped: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** Under which heading a field was read, with the first things that stand there. */
export const ImportColumn = z.strictObject({
  heading: z.string(),
  field: SheetField.optional(),
  samples: z.array(z.string()),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

export const SheetImport = ImportRequest.extend({
  /** In the order of time. */
  id: z.string(),
  ward: Ward,
  state: ImportState,
  /** Who writes next has to have read this one. */
  version: z.int(),
  at: Instant,
  by: z.string(),
  reading: ImportReading,
  /** How often reading was begun and not ended. */
  tries: z.int(),
  problem: z.strictObject({ code: z.string(), of: z.array(z.string()).optional() }).optional(),
  sheet: z.string().optional(),
  columns: z.array(ImportColumn).optional(),
  counts: ImportCounts.optional(),
  foreseen: ImportForeseen.optional(),
  /** How many rows are to be answered, and how many are. */
  rows: z.int(),
  answered: z.int(),
  startedAt: Instant.optional(),
  startedBy: z.string().optional(),
  endedAt: Instant.optional(),
});
export type SheetImport = z.infer<typeof SheetImport>;

/** A file's name and samples of its cells may name a citizen. */
export const importPrivacy = {
  id: 'open',
  ward: 'open',
  state: 'open',
  version: 'open',
  fileName: 'personal',
  sha256: 'open',
  bytes: 'open',
  at: 'open',
  by: 'personal',
  reading: 'personal',
  tries: 'open',
  problem: 'personal',
  sheet: 'personal',
  columns: 'personal',
  counts: 'open',
  foreseen: 'open',
  rows: 'open',
  answered: 'open',
  startedAt: 'open',
  startedBy: 'personal',
  endedAt: 'open',
} as const satisfies Privacy<SheetImport>;

/** The import after this happened; undefined where it cannot happen. */
export const moved = (
  one: SheetImport,
  what: ImportMove,
  change: Partial<SheetImport> = {},
): SheetImport | undefined => {
  const state = importAfter(one.state, what);
  return state && { ...one, ...change, state };
};

/** Why a whole file was not read. */
export const problemOf = ({ problem }: SheetImport) =>
  problem && { code: problem.code as FileProblemCode, ...(problem.of && { of: problem.of }) };

/** What lies beside an import in files of its own. `answers-…` are the answers to the rows from that one on. */
export type ImportFileName = 'original' | 'report.csv' | 'rows.json' | `answers-${number}.json`;

/** Imports by office. */
export interface Imports {
  find(ward: Ward, id: string): Promise<SheetImport | undefined>;
  /** Newest first, the last fifty. */
  of(ward: Ward): Promise<SheetImport[]>;
  /** Writes it one version later, if nobody wrote meanwhile; version 0 is new. Answers it as it is then. */
  save(one: SheetImport): Promise<SheetImport | 'conflict'>;
}

/** The files of imports: they name nobody in their addresses and go by themselves. */
export interface ImportFiles {
  /** Where and with which headers the original is to be sent; any other file is refused. */
  upload(one: SheetImport, seconds: number): Promise<{ url: string; headers: Record<string, string> }>;
  keep(one: SheetImport, name: ImportFileName, bytes: Uint8Array): Promise<void>;
  read(one: SheetImport, name: ImportFileName): Promise<Uint8Array | undefined>;
  /** An address under which a file can be fetched for a few minutes by whoever has it. */
  link(one: SheetImport, name: 'original' | 'report.csv', seconds: number): Promise<string>;
}
