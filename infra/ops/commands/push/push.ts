import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import * as z from 'zod';
import { apiShapes } from '../../../../shared/domain/api/shapes.ts';
import type { Warning } from '../../../../shared/domain/values/warning.ts';
import { rememberSheets, sheetChoiceOf } from '../../api-client/sheet-choices.ts';
import { nothingSaid } from '../../../../shared/domain/sheet/columns/match.ts';
import { holdsJson } from '../../../../shared/domain/sheet/read-sheet.ts';
import { type Api, signIn } from '../../api-client/api.ts';
import { progressBar } from '../../lines/progress-bar.ts';
import { type TryOut, tryOut } from './push-dry-run.ts';
import { forget, recall, remember } from '../../lines/push-progress.ts';
import { openFile } from '../../lines/open-file.ts';
import type { ReadList } from '../../../../shared/domain/sheet/opened-file.ts';
import type { PushRow } from '../../../../shared/domain/sheet/json-rows.ts';
import { answeredRows } from '../../../../shared/domain/sheet/report/answered-rows.ts';
import { linesOf, writeReport } from '../../lines/report-rows.ts';
import { readingBy, type SheetFlags, withSheetOptions } from '../../lines/sheet-options.ts';
import { sentenceOfProblem } from '../../../../shared/domain/sheet/report/row-problem.ts';

/** What became of one row of a file. */
export type RowReport = {
  row: number;
  eventId?: string;
  outcome: string;
  problem?: unknown;
  warnings?: readonly Warning[];
};

/** Chunks go one after the other: a file tells a day in its order, and so should we. */
const atOnce = 100;

/** `push FILE`: sends a file of status events to a Báo Tin. */
export const pushCommand = (): Command =>
  withSheetOptions(new Command('push'))
    .description(
      'send a file of status events: a spreadsheet (.xlsx, .csv, an HTML table), NDJSON, or JSON of the national synchronisation service',
    )
    .argument('<file>', 'the file; sending it twice tells nobody twice')
    .option('--from-start', 'do not resume where an interrupted push of this file stopped')
    .option('--dry-run', 'send nothing: say what it would come to, under the ward’s own choices')
    .option('--show', 'with --dry-run: every text too')
    .option('--price-per-part <dong>', 'with --dry-run: where the ward has set no budget in đồng', Number)
    .action(async (file: string, options: PushOptions, command: Command) => {
      const bytes = readFileSync(file);
      const api = await signIn(command);
      const reading = readingBy(options, holdsJson(bytes) ? nothingSaid : await sheetChoiceOf(api));
      const { rows, list } = openFile(bytes, reading, options.language);
      if (options.remember) await rememberSheets(api, reading.choice);
      if (options.dryRun) return tryOut(api, rows, options, list);
      const name = createHash('sha256')
        .update(bytes)
        .update(JSON.stringify([api.url, reading]))
        .digest('hex');
      // A report tells of every row, and rows that were sent before are duplicates.
      const done = options.fromStart || options.report !== undefined ? 0 : recall(file, name);
      if (done > 0)
        process.stderr.write(`Going on after row ${done} of ${rows.length}, where the last push stopped.\n`);

      const reports = await sendRows(api, rows.slice(done), (sent) => remember(file, name, done + sent));
      forget(file);
      if (list !== undefined) tellOfCells(list, reports, options);
      report(reports, done);
    });

type PushOptions = TryOut & SheetFlags & { fromStart?: boolean; dryRun?: boolean };

const sendRows = async (
  api: Api,
  rows: readonly PushRow[],
  sent: (rows: number) => void,
): Promise<RowReport[]> => {
  const bar = progressBar(rows.length);
  const reports: RowReport[] = [];
  for (let start = 0; start < rows.length; start += atOnce) {
    reports.push(...(await sendChunk(api, rows.slice(start, start + atOnce))));
    sent(reports.length);
    bar.moved(reports.length);
  }
  bar.end();
  return reports;
};

const sendChunk = async (api: Api, rows: readonly PushRow[]): Promise<RowReport[]> => {
  const events = rows.flatMap((row) => ('event' in row ? [row] : []));
  const results = await postPatiently(
    api,
    events.map(({ event }) => event),
  );
  const reported = new Map(events.map(({ row }, index) => [row, results[index]]));
  return rows.map((row): RowReport => {
    if (!('event' in row)) return { row: row.row, outcome: 'rejected', problem: row.problem };
    const { eventId, outcome = 'rejected', problem, warnings } = reported.get(row.row) ?? {};
    return {
      row: row.row,
      ...(eventId === undefined || eventId === null ? {} : { eventId }),
      outcome,
      ...(problem === undefined ? {} : { problem }),
      ...(warnings === undefined ? {} : { warnings }),
    };
  });
};

/** How long to wait before rows that the system was too busy to take are sent again, in milliseconds. */
const waits = [500, 1000, 2000, 4000];

/** The results in order; rows that the system was too busy to take have been sent again by themselves. */
const postPatiently = async (api: Api, events: readonly unknown[]) => {
  if (events.length === 0) return [];
  const results = await post(api, events);
  for (const wait of waits) {
    const again = results.flatMap(({ problem }, index) => (problem?.type === 'try-again' ? [index] : []));
    if (again.length === 0) break;
    await pause(wait);
    const second = await post(
      api,
      again.map((index) => events[index]),
    );
    again.forEach((index, place) => (results[index] = second[place]!));
  }
  return results;
};

const post = async (api: Api, events: readonly unknown[]) => {
  const response = await api.fetch('/v1/status-events', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ events }),
  });
  if (response.status !== 202)
    throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
  return apiShapes.StatusEventsResponse.parse(await response.json()).results;
};

const Judged = z.object({
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })),
});

/** What a clerk with the sheet before them has to know: cells, by row and heading. */
const tellOfCells = (
  list: ReadList,
  reports: readonly RowReport[],
  { report: file, language }: SheetFlags,
) => {
  const rows = answeredRows(
    list,
    reports.map(({ problem, ...answer }) => ({ ...answer, ...Judged.safeParse(problem).data })),
  );
  if (file !== undefined) writeReport(file, rows, language);
  for (const line of linesOf(rows)) process.stderr.write(`${line}\n`);
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped').length;
  if (skipped > 0) process.stderr.write(`${skipped} rows left out: hidden, totals or titles\n`);
};

/** NDJSON for programs; for a person only the rows that need one, and the counts. */
const report = (reports: readonly RowReport[], before: number) => {
  const rejected = reports.filter(({ outcome }) => outcome === 'rejected');
  if (!process.stdout.isTTY) for (const row of reports) process.stdout.write(`${JSON.stringify(row)}\n`);
  else {
    for (const { row, eventId, problem } of rejected)
      process.stdout.write(`row ${row} ${eventId ?? ''} ${sentenceOfProblem(problem)}\n`);
    for (const { row, eventId, warnings = [] } of reports)
      for (const warning of warnings)
        process.stdout.write(`row ${row} ${eventId ?? ''} ${warning.sentence}\n`);
  }
  const count = (wanted: string) => reports.filter(({ outcome }) => outcome === wanted).length;
  const warned = reports.filter(({ warnings = [] }) => warnings.length > 0).length;
  const doubts = warned > 0 ? `, ${warned} with warnings` : '';
  const earlier = before > 0 ? `, ${before} sent before` : '';
  process.stderr.write(
    `${count('accepted')} accepted, ${count('duplicate')} duplicate, ${rejected.length} rejected${doubts}${earlier}\n`,
  );
  if (rejected.length > 0) process.exitCode = 1;
};
