import { writeFileSync } from 'node:fs';
import type { Language } from '../../../shared/domain/sheet/file-problem.ts';
import {
  type ReportedRow,
  reportCsv,
  sentenceOfTrouble,
} from '../../../shared/domain/sheet/report/row-report.ts';

/** Lines for a screen: what a person has to look at. */
export const linesOf = (rows: readonly ReportedRow[]): string[] =>
  rows.flatMap(({ row, troubles, outcome }) =>
    outcome === 'skipped' ? [] : troubles.map((trouble) => `row ${row} ${sentenceOfTrouble(trouble)}`),
  );

export const writeReport = (file: string, rows: readonly ReportedRow[], language: Language): void =>
  writeFileSync(file, reportCsv(rows, language));
