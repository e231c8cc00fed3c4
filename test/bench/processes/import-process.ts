/** One import in a process of its own, one JSON line on stdout: `import-process.ts KIND ROWS`. */
import { anImportOffice } from '../../support/sheets/import-office.ts';
import { listFile, type ListKind, manyRows } from '../../support/sheets/long-lists.ts';

const [kind = 'CSV', rows = '20000'] = process.argv.slice(2);
const list = manyRows(Number(rows));

const office = anImportOffice();
const start = performance.now();
const { id } = await office.take(listFile(kind as ListKind, list), 'ho-so');
await office.work();
const checked = performance.now();
await office.start(id);
await office.work();
const taken = office.taken();
const line = {
  taken,
  checked: (checked - start) / 1000,
  done: (performance.now() - start) / 1000,
  mb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(line)}\n`);
