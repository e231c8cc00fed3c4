import { inflate } from '../../../shared/adapters/zip/inflate.ts';
import type { Columns } from '../../../shared/domain/sheet/columns/match.ts';
import { type Language, sentenceOfFile } from '../../../shared/domain/sheet/file-problem.ts';
import { readSheet, type SheetOptions } from '../../../shared/domain/sheet/read-sheet.ts';
import { type ReportedRow, readingOf } from '../../../shared/domain/sheet/report/row-report.ts';
import type { SheetRow } from '../../../shared/domain/sheet/rows/read-rows.ts';
import { type PushRow, readPushFile } from './push-file.ts';

/** A spreadsheet's own side of its rows: under which columns they stood, and what reading each came to. */
export type ReadList = { columns: Columns; rows: readonly ReportedRow[] };

/** What is to be sent, and what cannot be; rows that are no dossier stand in `list` alone. */
export type OpenedFile = { rows: PushRow[]; list?: ReadList };

const toPush = (row: SheetRow, { troubles }: ReportedRow): PushRow[] => {
  if ('skipped' in row) return [];
  return ['event' in row ? { row: row.row, event: row.event } : { row: row.row, problem: troubles }];
};

/**
 * Opens a file of status events, whatever it is called: a spreadsheet, or JSON of either kind. Throws one sentence where the
 * file as a whole is not readable.
 */
export const openFile = (
  bytes: Uint8Array,
  options: Omit<SheetOptions, 'inflate'>,
  language: Language,
): OpenedFile => {
  const read = readSheet(bytes, { inflate, ...options });
  if (!read.ok) throw new Error(sentenceOfFile(read.problem, language));
  if (read.kind === 'json') return { rows: readPushFile(bytes) };
  const reported = read.rows.map((row) => readingOf(row, language));
  const rows = read.rows.flatMap((row, at) => toPush(row, reported[at]!));
  return { rows, list: { columns: read.columns, rows: reported } };
};
