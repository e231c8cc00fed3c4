import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { tidyHeap } from '../../infra/stack/tidy-heap.ts';
import { inflate } from '../../shared/adapters/zip/inflate.ts';
import { nothingSaid } from '../../shared/domain/sheet/columns/match.ts';
import { readSheet } from '../../shared/domain/sheet/read-sheet.ts';
import { listFile, type ListKind, listKinds, manyRows, rowsOf } from '../support/sheets/long-lists.ts';
import type { How, Row } from './figures.ts';

const readRow = (kind: ListKind, rows: number): Row => {
  const bytes = listFile(kind, manyRows(rows));
  const started = performance.now();
  const read = readSheet(bytes, { inflate, choice: nothingSaid });
  if (!read.ok || read.kind !== 'list' || read.rows.length !== rowsOf(kind, rows))
    throw new Error(`${kind} was not read`);
  const value = (performance.now() - started) / 1000;
  return {
    part: 'read',
    name: `${rowsOf(kind, rows).toLocaleString('en')} rows of a ${kind}`,
    value,
    unit: 's',
  };
};

const program = new URL('processes/import-process.ts', import.meta.url).pathname;

/** From the upload to the last row's answer, with the flags that its function has; the stores are in memory. */
const importRows = async (kind: ListKind, rows: number): Promise<Row[]> => {
  const words = [...tidyHeap.split(' '), program, kind, String(rows)];
  const { stdout } = await promisify(execFile)(process.execPath, words, { env: process.env });
  const { taken, checked, done, mb } = JSON.parse(stdout) as Record<
    'taken' | 'checked' | 'done' | 'mb',
    number
  >;
  if (taken !== rowsOf(kind, rows)) throw new Error(`${taken} rows of a ${kind} were taken`);
  const name = `${taken.toLocaleString('en')} rows of a ${kind}`;
  return [
    { part: 'import', name: `${name}, until a person may start it`, value: checked, unit: 's' },
    { part: 'import', name: `${name}, until every row is answered`, value: done, unit: 's' },
    { part: 'import', name: `${name}: memory`, value: mb, unit: 'MB' },
  ];
};

/** Lists of dossiers up to the longest that a ward may import at once: read, then imported whole. */
export const sheets = async ({ smoke }: How): Promise<Row[]> => {
  const rows = smoke ? 500 : 20_000;
  const read = listKinds.map((kind) => readRow(kind, rows));
  const imported: Row[] = [];
  for (const kind of smoke ? listKinds.slice(0, 1) : listKinds)
    imported.push(...(await importRows(kind, rows)));
  return [...read, ...imported];
};
