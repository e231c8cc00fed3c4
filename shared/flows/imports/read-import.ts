import { columnsSeen, countsOf, reportedRows, rowsToShow } from '../../domain/sheet/imports/import-rows.ts';
import {
  type ImportFiles,
  type ImportForeseen,
  type Imports,
  moved,
  type SheetImport,
} from '../../domain/sheet/imports/sheet-import.ts';
import { type OpenedFile, openedFile } from '../../domain/sheet/opened-file.ts';
import { type Shut, shut } from '../../domain/sheet/file-problem.ts';
import type { AnsweredRow } from '../../domain/sheet/report/answered-rows.ts';
import { reportCsv, type ReportedRow } from '../../domain/sheet/report/row-report.ts';
import type { Inflate } from '../../domain/sheet/xlsx/read-workbook.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { Clock, Instant } from '../../domain/values/instant.ts';
import type { EventId } from '../../domain/values/ids.ts';
import type { Ward } from '../../domain/values/ward.ts';

export type ReadingPorts = {
  imports: Imports;
  files: ImportFiles;
  events: Pick<StatusEvents, 'find'>;
  inflate: Inflate;
  rehearse: (
    ward: Ward,
    rows: readonly { row: number; event: unknown }[],
    at: Instant,
  ) => Promise<{ foreseen: ImportForeseen; refused: AnsweredRow[] }>;
  clock: Clock;
};

/** How often a file may stop its reader before it is left alone. */
const triesAtMost = 3;

/** The file as a person said that it is to be read. */
export const openImport = async (
  { files, inflate }: Pick<ReadingPorts, 'files' | 'inflate'>,
  one: SheetImport,
): Promise<OpenedFile | Shut> => {
  const bytes = await files.read(one, 'original');
  if (bytes === undefined) return shut('not-arrived');
  const { sheet, asOf, columns, statuses, encoding } = one.reading;
  const choice = { columns, statuses, ...(encoding !== undefined && { encoding }) };
  const said = { ...(sheet !== undefined && { sheet }), ...(asOf !== undefined && { asOf }) };
  return openedFile(bytes, { inflate, choice, ...said }, 'vi');
};

/** Keeps what became of each row: the report to download, and the rows that somebody has to look at. */
export const keepReport = async (
  files: Pick<ImportFiles, 'keep'>,
  one: SheetImport,
  rows: readonly ReportedRow[],
): Promise<void> => {
  await files.keep(one, 'report.csv', Buffer.from(reportCsv(rows, 'vi')));
  await files.keep(one, 'rows.json', Buffer.from(JSON.stringify(rowsToShow(rows))));
};

const asMany = 100;

/** Rows whose events are known already: nobody is told of them again. */
const knownAmong = async (
  { events }: Pick<ReadingPorts, 'events'>,
  ward: Ward,
  rows: readonly { row: number; event: unknown }[],
): Promise<ReadonlySet<number>> => {
  const known = new Set<number>();
  for (let from = 0; from < rows.length; from += asMany) {
    const some = rows.slice(from, from + asMany).flatMap(({ row, event }) => {
      const { eventId } = Object(event) as { eventId?: unknown };
      return typeof eventId === 'string' && eventId !== '' ? [{ row, id: eventId as EventId }] : [];
    });
    const found = await events.find(
      ward,
      some.map(({ id }) => id),
    );
    const ids = new Set(found.map(({ eventId }) => eventId));
    for (const { row, id } of some) if (ids.has(id)) known.add(row);
  }
  return known;
};

const refusedAs = (one: SheetImport, { problem }: Shut): SheetImport | undefined =>
  moved(one, 'unreadable', {
    problem: { code: problem.code, ...(problem.of && { of: [...problem.of] }) },
    tries: 0,
  });

const save = async ({ imports }: Pick<ReadingPorts, 'imports'>, one: SheetImport | undefined) =>
  one === undefined ? 'conflict' : imports.save(one);

/** Reads the file and says what stands in which column. A reader that died is begun again, and not without end. */
export const readImport =
  (ports: ReadingPorts) =>
  async (one: SheetImport): Promise<SheetImport | 'conflict'> => {
    if (one.tries >= triesAtMost) return save(ports, refusedAs(one, shut('never-ended')));
    const begun = await ports.imports.save({ ...one, tries: one.tries + 1 });
    if (begun === 'conflict') return begun;
    const opened = await openImport(ports, begun);
    if (!opened.ok) return save(ports, refusedAs(begun, opened));
    const rows = reportedRows(opened, []);
    const { problem: _before, foreseen: _foreseen, sheet: _sheet, ...rest } = begun;
    const sheet = opened.list?.sheet;
    return save(
      ports,
      moved(rest, 'read', {
        columns: columnsSeen(opened),
        counts: countsOf(rows),
        rows: opened.rows.length,
        ...(sheet !== undefined && { sheet }),
      }),
    );
  };

/** Rehearses the rows that are new; the import waits for a person then. */
export const checkImport =
  (ports: ReadingPorts) =>
  async (one: SheetImport): Promise<SheetImport | 'conflict'> => {
    if (one.tries > triesAtMost) return save(ports, refusedAs(one, shut('never-ended')));
    const begun = await ports.imports.save({ ...one, tries: one.tries + 1 });
    if (begun === 'conflict') return begun;
    const opened = await openImport(ports, begun);
    if (!opened.ok) return save(ports, refusedAs(begun, opened));
    const events = opened.rows.flatMap((row) => ('event' in row ? [row] : []));
    const known = await knownAmong(ports, begun.ward, events);
    const fresh = events.filter(({ row }) => !known.has(row));
    const { foreseen, refused } = await ports.rehearse(begun.ward, fresh, ports.clock());
    const told = [...known].map((row): AnsweredRow => ({ row, outcome: 'duplicate' }));
    const rows = reportedRows(opened, [...told, ...refused]);
    await keepReport(ports.files, begun, rows);
    return save(ports, moved(begun, 'rehearsed', { foreseen, counts: countsOf(rows), tries: 0 }));
  };
