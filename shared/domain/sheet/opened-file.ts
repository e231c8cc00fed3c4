/** A file of status events, whatever it is called, to what is to be sent of it and what each row came to. */
import type { SheetField } from './columns/fields.ts';
import type { Columns } from './columns/match.ts';
import type { Language, Shut } from './file-problem.ts';
import { type PushRow, readPushFile } from './json-rows.ts';
import { readSheet, type SheetOptions } from './read-sheet.ts';
import { type ReportedRow, readingOf } from './report/row-report.ts';
import { namedTwice } from './report/same-row.ts';
import type { SheetRow } from './rows/read-rows.ts';

/** A spreadsheet's own side of its rows: under which columns they stood, and what reading each came to. */
export type ReadList = {
  columns: Columns;
  rows: readonly ReportedRow[];
  sheet?: string;
  /** What stands first under each heading. */
  samples: ReadonlyMap<SheetField, string[]>;
};

/** What is to be sent, and what cannot be; rows that are no dossier stand in `list` alone. */
export type OpenedFile = { ok: true; rows: PushRow[]; list?: ReadList };

const toPush = (row: SheetRow, { troubles }: ReportedRow): PushRow[] => {
  if ('skipped' in row) return [];
  return ['event' in row ? { row: row.row, event: row.event } : { row: row.row, problem: troubles }];
};

/** Opens a spreadsheet, or JSON of either kind; says in one sentence why a file as a whole is not read. */
export const openedFile = (
  bytes: Uint8Array,
  options: SheetOptions,
  language: Language,
): OpenedFile | Shut => {
  const read = readSheet(bytes, options);
  if (!read.ok) return read;
  if (read.kind === 'json') return { ok: true, rows: readPushFile(bytes) };
  const reported = namedTwice(
    read.rows,
    read.rows.map((row) => readingOf(row, language)),
    language,
  );
  const rows = read.rows.flatMap((row, at) => toPush(row, reported[at]!));
  const { columns, sheet, samples } = read;
  const named = sheet !== undefined && { sheet };
  return { ok: true, rows, list: { columns, rows: reported, samples, ...named } };
};
