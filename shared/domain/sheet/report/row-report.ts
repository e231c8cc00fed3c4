/** What became of each row of a file, for whoever mends it. */
import * as z from 'zod';
import type { ProblemError } from '../../values/problem-error.ts';
import type { Warning } from '../../values/warning.ts';
import { csvOf } from '../../values/writing/csv.ts';
import { fieldsOfFact } from '../columns/fields.ts';
import type { Columns } from '../columns/match.ts';
import type { Language } from '../file-problem.ts';
import type { SheetRow } from '../rows/read-rows.ts';
import { type Note, skips, troubles } from '../rows/troubles.ts';

/** `ready` is a row of a dry run: it would be sent. */
export const RowOutcome = z.enum(['accepted', 'duplicate', 'ready', 'rejected', 'skipped']);
export type RowOutcome = z.infer<typeof RowOutcome>;

/** One thing that is wrong with a row; `column` and `value` as they stand in the sheet, where one cell is to blame. */
export type CellTrouble = { column?: string; value?: string; sentence: string };

export type ReportedRow = { row: number; dossierCode?: string; outcome: RowOutcome; troubles: CellTrouble[] };

const told =
  (language: Language) =>
  ({ column, value, trouble }: Note): CellTrouble => ({
    ...(column !== '' && { column }),
    ...(value !== '' && { value }),
    sentence: troubles[trouble][language],
  });

/** What reading alone came to, before anything was sent. */
export const readingOf = (row: SheetRow, language: Language): ReportedRow => {
  if ('skipped' in row)
    return { row: row.row, outcome: 'skipped', troubles: [{ sentence: skips[row.skipped][language] }] };
  const tell = told(language);
  if ('refused' in row)
    return {
      row: row.row,
      dossierCode: row.dossierCode,
      outcome: 'rejected',
      troubles: row.refused.map(tell),
    };
  return {
    row: row.row,
    dossierCode: row.event.dossierCode,
    outcome: 'ready',
    troubles: row.notes.map(tell),
  };
};

const headingOf = (fact: string, { of }: Columns): string =>
  fieldsOfFact(fact)
    .map((field) => of.get(field)?.heading)
    .find((heading) => heading !== undefined) ?? fact;

/** What the judges of events said of a row, by the columns of its sheet. */
export const byColumns = (
  { errors = [], warnings = [] }: { errors?: readonly ProblemError[]; warnings?: readonly Warning[] },
  columns: Columns,
): CellTrouble[] => [
  ...errors.map(({ pointer, message }) => ({
    column: headingOf(pointer.slice(1).replaceAll('/', '.'), columns),
    sentence: message.split(' · ').at(-1)!,
  })),
  ...warnings.map(({ field, sentence }) => ({
    column: headingOf(field, columns),
    sentence: sentence.replaceAll(field, `“${headingOf(field, columns)}”`),
  })),
];

const words: Readonly<Record<Language, { columns: string[]; outcomes: Record<RowOutcome, string> }>> = {
  vi: {
    columns: ['Dòng', 'Mã hồ sơ', 'Kết quả', 'Cột', 'Ô đang ghi', 'Vì sao, cần làm gì'],
    outcomes: {
      accepted: 'đã nhận',
      duplicate: 'đã có, không báo lại',
      ready: 'sẽ gửi',
      rejected: 'không nhận',
      skipped: 'bỏ qua',
    },
  },
  en: {
    columns: ['Row', 'Dossier code', 'Outcome', 'Column', 'The cell says', 'Why, and what to do'],
    outcomes: {
      accepted: 'accepted',
      duplicate: 'known already, not told again',
      ready: 'would be sent',
      rejected: 'refused',
      skipped: 'left out',
    },
  },
};

/** The report as a table to download: a line for each trouble, and one for each row that has none. */
export const reportCsv = (rows: readonly ReportedRow[], language: Language): string => {
  const { columns, outcomes } = words[language];
  const nothing: CellTrouble = { sentence: '' };
  return csvOf({
    columns,
    rows: rows.flatMap(({ row, dossierCode = '', outcome, troubles: found }) =>
      (found.length > 0 ? found : [nothing]).map(({ column = '', value = '', sentence }) => [
        String(row),
        dossierCode,
        outcomes[outcome],
        column,
        value,
        sentence,
      ]),
    ),
  });
};

/** The trouble in one line, for a screen of text. */
export const sentenceOfTrouble = ({ column, value, sentence }: CellTrouble): string =>
  [column, value && `“${value}”`].filter((part) => part !== undefined && part !== '').join(' ') +
  (column === undefined && value === undefined ? sentence : `: ${sentence}`);
