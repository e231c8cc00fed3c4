/** Rows of a file with what was answered for each, by a Báo Tin or by its rehearsal. */
import type { ProblemError } from '../../values/problem-error.ts';
import type { Warning } from '../../values/warning.ts';
import type { ReadList } from '../opened-file.ts';
import { byColumns, type ReportedRow, RowOutcome } from './row-report.ts';

/** What was answered for one row. */
export type AnsweredRow = {
  row: number;
  outcome: string;
  errors?: readonly ProblemError[];
  warnings?: readonly Warning[];
};

/** The rows of a sheet with what was answered for those that were asked about; the others stay as they were read. */
export const answeredRows = ({ columns, rows }: ReadList, answers: readonly AnsweredRow[]): ReportedRow[] => {
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
