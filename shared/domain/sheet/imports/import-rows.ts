/** The rows of an import: what each was answered, and what is told of them. */
import * as z from 'zod';
import type { OpenedFile } from '../opened-file.ts';
import type { PushRow } from '../json-rows.ts';
import { type AnsweredRow, answeredRows } from '../report/answered-rows.ts';
import { sentenceOfProblem } from '../report/row-problem.ts';
import { type ReportedRow, RowOutcome } from '../report/row-report.ts';
import type { ImportColumn, ImportCounts } from './sheet-import.ts';

/** How many rows are answered between two notes of how far an import came. */
export const rowsAtOnce = 500;

const codeOf = (event: unknown): string | undefined =>
  z.object({ dossierCode: z.string() }).safeParse(event).data?.dossierCode;

const notJson: Readonly<Record<string, string>> = {
  'This line is not JSON': 'Dòng này không phải JSON. Xin kiểm tra dấu ngoặc, dấu phẩy rồi gửi lại.',
};

/** A row of JSON, which has no cells to name. */
const ofJson = (row: PushRow, answer: AnsweredRow | undefined): ReportedRow => {
  if (!('event' in row)) {
    const said = sentenceOfProblem(row.problem);
    return { row: row.row, outcome: 'rejected', troubles: [{ sentence: notJson[said] ?? said }] };
  }
  const dossierCode = codeOf(row.event);
  const outcome = RowOutcome.safeParse(answer?.outcome).data ?? 'ready';
  const errors = (answer?.errors ?? []).map(({ pointer, message }) => ({
    column: pointer.slice(1).replaceAll('/', '.'),
    sentence: message.split(' · ').at(-1)!,
  }));
  const warnings = (answer?.warnings ?? []).map(({ field, sentence }) => ({ column: field, sentence }));
  return {
    row: row.row,
    ...(dossierCode !== undefined && { dossierCode }),
    outcome,
    troubles: [...errors, ...warnings],
  };
};

/** Every row of a file with what it was answered. */
export const reportedRows = ({ rows, list }: OpenedFile, answers: readonly AnsweredRow[]): ReportedRow[] => {
  if (list !== undefined) return answeredRows(list, answers);
  const byRow = new Map(answers.map((answer) => [answer.row, answer]));
  return rows.map((row) => ofJson(row, byRow.get(row.row)));
};

export const countsOf = (rows: readonly ReportedRow[]): ImportCounts => {
  const count = (wanted: RowOutcome) => rows.filter(({ outcome }) => outcome === wanted).length;
  return {
    ready: count('ready'),
    accepted: count('accepted'),
    duplicate: count('duplicate'),
    rejected: count('rejected'),
    skipped: count('skipped'),
  };
};

const ToldTrouble = z.strictObject({
  column: z.string().optional(),
  value: z.string().optional(),
  sentence: z.string(),
});

/** One row as whoever mends the file reads it. */
export const ImportRow = z.strictObject({
  row: z.int(),
  dossierCode: z.string().optional(),
  outcome: RowOutcome,
  troubles: z.array(ToldTrouble),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** How many rows are kept to be shown; the report to download has all of them. */
const shownAtMost = 5000;

/** Rows that somebody has to look at, in the order of the file. */
export const rowsToShow = (rows: readonly ReportedRow[]): ImportRow[] =>
  rows.filter(({ outcome, troubles }) => troubles.length > 0 && outcome !== 'skipped').slice(0, shownAtMost);

/** The columns of a list by heading; those that are not read stand behind. */
export const columnsSeen = ({ list }: OpenedFile): ImportColumn[] => {
  if (list === undefined) return [];
  const { of, unread } = list.columns;
  const read = [...of].toSorted(([, one], [, other]) => one.at - other.at);
  return [
    ...read.map(([field, { heading }]) => ({
      heading: heading.slice(0, 100),
      field,
      samples: (list.samples.get(field) ?? []).map((sample) => sample.slice(0, 40)),
    })),
    ...unread.slice(0, 40).map((heading) => ({ heading: heading.slice(0, 100), samples: [] })),
  ];
};

/** Which rows of an import are asked for. */
export const ImportRowsQuery = z.object({
  outcome: RowOutcome.optional(),
  after: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional(),
});
