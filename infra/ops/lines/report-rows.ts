import { writeFileSync } from 'node:fs';
import type { Language } from '../../../shared/domain/sheet/file-problem.ts';
import {
  byColumns,
  type ReportedRow,
  reportCsv,
  sentenceOfTrouble,
} from '../../../shared/domain/sheet/report/row-report.ts';
import { RowOutcome } from '../../../shared/domain/sheet/report/row-report.ts';
import type { ProblemError } from '../../../shared/domain/values/problem-error.ts';
import type { Warning } from '../../../shared/domain/values/warning.ts';
import type { ReadList } from './open-file.ts';

/** What was answered for one row, by a Báo Tin or by its rehearsal. */
export type Answered = {
  row: number;
  outcome: string;
  errors?: readonly ProblemError[];
  warnings?: readonly Warning[];
};

/** The rows of a sheet with what was answered for those that were asked about; the others stay as they were read. */
export const answeredRows = ({ columns, rows }: ReadList, answers: readonly Answered[]): ReportedRow[] => {
  const byRow = new Map(answers.map((answer) => [answer.row, answer]));
  return rows.map((read): ReportedRow => {
    const answer = byRow.get(read.row);
    const outcome = RowOutcome.safeParse(answer?.outcome).data;
    if (answer === undefined || outcome === undefined || read.outcome !== 'ready') return read;
    const known = new Set(read.troubles.map(({ column }) => column));
    const more = byColumns(answer, columns).filter(({ column }) => !known.has(column));
    return { ...read, outcome, troubles: [...read.troubles, ...more] };
  });
};

/** Lines for a screen: what a person has to look at. */
export const linesOf = (rows: readonly ReportedRow[]): string[] =>
  rows.flatMap(({ row, troubles, outcome }) =>
    outcome === 'skipped' ? [] : troubles.map((trouble) => `row ${row} ${sentenceOfTrouble(trouble)}`),
  );

export const writeReport = (file: string, rows: readonly ReportedRow[], language: Language): void =>
  writeFileSync(file, reportCsv(rows, language));
