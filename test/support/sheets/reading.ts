import { inflate } from '../../../shared/adapters/zip/inflate.ts';
import { sentenceOfFile } from '../../../shared/domain/sheet/file-problem.ts';
import { nothingSaid } from '../../../shared/domain/sheet/columns/match.ts';
import { readSheet, type SheetOptions } from '../../../shared/domain/sheet/read-sheet.ts';

/** What a person would say of one row after it was read: what goes out of it, or what is wrong with which column. */
const said = (row: Extract<ReturnType<typeof readSheet>, { kind: 'list' }>['rows'][number]): string => {
  if ('skipped' in row) return `${row.row} ${row.skipped}`;
  if ('refused' in row)
    return `${row.row} refused: ${row.refused.map(({ column, trouble }) => `${column} ${trouble}`).join(', ')}`;
  const { event, notes } = row;
  const { dossierCode, status, occurredAt, dueAt, applicant } = event;
  const due = dueAt === undefined ? [] : [`due ${dueAt.slice(0, 16)}`];
  const { name = '', phone = '' } = applicant;
  const facts = [dossierCode, status, occurredAt.slice(0, 16), ...due, name, phone].filter(
    (fact) => fact !== '',
  );
  const troubles = notes.map(({ trouble }) => `!${trouble}`);
  return [String(row.row), ...facts, ...troubles].join(' ');
};

/** A file as it was read: a line for each row, or the one sentence. */
export const reading = (file: Uint8Array | string, options: Partial<SheetOptions> = {}): string[] => {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const read = readSheet(bytes, { inflate, choice: nothingSaid, ...options });
  if (!read.ok) return [`${read.problem.code}: ${sentenceOfFile(read.problem)}`];
  return read.kind === 'json' ? ['json'] : read.rows.map(said);
};
