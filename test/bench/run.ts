// `npm run bench`: measures everything in test/bench/*.bench.ts, or what is named, and keeps the figures as JSON.
// `-- --smoke`: only sees, in seconds, that every bench still ends and answers figures.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { type Figure, figuresOf, type How, type Row, tableOf } from './figures.ts';
import { machine } from './machine.ts';
import { checkRivals, installRivals } from './rivals.ts';

const here = import.meta.dirname;
const say = (line = ''): void => void process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, smoke: { type: 'boolean', default: false } },
});
const { smoke } = values;
const kept = values.json ?? join(here, '../../.local', smoke ? 'bench-smoke.json' : 'bench.json');

const known = (await readdir(here))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .toSorted();
const strangers = positionals.filter((name) => !known.includes(name));
if (strangers.length > 0) {
  process.stderr.write(`There is no bench ${strangers.join(', ')}; there are ${known.join(', ')}.\n`);
  process.exit(2);
}

/** A bench is a file that exports one function; it answers rows. */
const benchIn = async (name: string): Promise<(how: How) => Promise<Row[]>> => {
  const exported: unknown[] = Object.values((await import(`./${name}.bench.ts`)) as object);
  const bench = exported.find((one) => typeof one === 'function');
  if (bench === undefined) throw new Error(`${name}.bench.ts exports no function`);
  return bench as (how: How) => Promise<Row[]>;
};

/** In short form a bench takes seconds, so after five minutes it hangs on any machine; every row has its figures. */
const shortly = async (rows: Promise<Row[]>): Promise<Row[]> => {
  const late = wait(300_000, [], { ref: false }).then(() => Promise.reject(new Error('it does not end')));
  const answered = await Promise.race([rows, late]);
  const empty = answered.filter(({ value }) => ![value].flat().every(Number.isFinite));
  if (answered.length === 0 || empty.length > 0)
    throw new Error(`no figures: ${empty.map(({ part = '', name }) => `${part} ${name}`).join(', ')}`);
  return answered;
};

await installRivals();
if (smoke) await checkRivals();

const on = machine();
const { packages, ...rest } = on;
say(`${rest.cpu}, ${rest.cores} cores, ${rest.memoryGB} GB, ${rest.system}, Node ${rest.node}`);
say(
  Object.entries(packages)
    .filter(([name]) => name in packageJson.dependencies || /esbuild|local|fauxqs|pdf|react/.test(name))
    .map(([name, version]) => `${name} ${version}`)
    .join(', '),
);

const benches: Record<string, { seconds: number; figures: Figure[] } | { failed: string }> = {};
await mkdir(dirname(kept), { recursive: true });
for (const name of positionals.length > 0 ? positionals : known) {
  const start = performance.now();
  const measured = await benchIn(name)
    .then(async (bench) => figuresOf(await (smoke ? shortly(bench({ smoke })) : bench({ smoke }))))
    .catch((error: unknown) => String(error));
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  say(`\n${name} (${seconds} s)`);
  if (typeof measured === 'string') {
    benches[name] = { failed: measured };
    process.exitCode = 1;
    say(` failed: ${measured}`);
  } else {
    benches[name] = { seconds, figures: measured };
    for (const line of tableOf(measured)) say(line);
  }
  // After each, so that what was measured is not lost with what comes later.
  await writeFile(kept, `${JSON.stringify({ ...on, benches }, undefined, 2)}\n`);
}
say(`\nkept in ${kept}`);
// Emulators hold sockets of the SDK open for a while.
process.exit();
