import { inflate } from '../../shared/adapters/zip/inflate.ts';
import { nothingSaid } from '../../shared/domain/sheet/columns/match.ts';
import { readSheet } from '../../shared/domain/sheet/read-sheet.ts';
import { csv, hang, headings, webPage } from '../support/sheets/lists.ts';
import { aWorkbook } from '../support/sheets/workbook.ts';
import type { How, Row } from './figures.ts';

const manyRows = (rows: number): string[][] => [
  headings,
  ...Array.from({ length: rows }, (_, at) => hang.with(1, `H29.26-261201-${String(at).padStart(5, '0')}`)),
];

/** Reading lists of dossiers, up to the longest that a ward may import at once: seconds and megabytes of the process. */
export const sheets = async ({ smoke }: How): Promise<Row[]> => {
  const rows = smoke ? 500 : 20_000;
  const list = manyRows(rows);
  const files = {
    CSV: Buffer.from(csv(list)),
    workbook: aWorkbook({ rows: list }),
    'web page': Buffer.from(webPage(list)),
  };
  return Object.entries(files).flatMap(([kind, bytes]): Row[] => {
    const started = performance.now();
    const read = readSheet(bytes, { inflate, choice: nothingSaid });
    if (!read.ok || read.kind !== 'list' || read.rows.length !== rows)
      throw new Error(`${kind} was not read`);
    const name = `${rows.toLocaleString('en')} rows of a ${kind}`;
    return [
      { part: 'sheets', name, value: (performance.now() - started) / 1000, unit: 's' },
      { part: 'sheets', name: `${name}: memory`, value: process.memoryUsage().rss / 1024 / 1024, unit: 'MB' },
    ];
  });
};
