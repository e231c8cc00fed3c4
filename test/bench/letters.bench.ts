import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { bundle } from '../../infra/constructs/handler-code.ts';
import { pressFiles } from '../../infra/constructs/press-files.ts';
import type { How, Row } from './figures.ts';
import { engines, type EngineName } from './letter-engines/engines.ts';

const root = join(import.meta.dirname, '../..');
const script = join(import.meta.dirname, 'processes/letter-process.ts');

const Measured = z.object({
  cpu: z.number().default(Number.NaN),
  wall: z.number().default(Number.NaN),
  bytes: z.number().default(Number.NaN),
  rss: z.number().default(Number.NaN),
});
const Right = z.object({
  words: z.int(),
  same: z.int(),
  apart: z.int(),
  of: z.int(),
  stops: z.boolean(),
  tagged: z.boolean(),
});

const ours = 'typst';
const names = Object.keys(engines) as EngineName[];
const printing = names.filter((name) => name !== 'words alone');

const inItsOwnProcess = async (engine: string, what: string, letters: number): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, engine, what, String(letters)]);
  return JSON.parse(stdout) as unknown;
};

type Runs = Map<EngineName, z.infer<typeof Measured>[]>;

/** Engines take turns, each time in a process of their own, so that a slow moment of the machine hits all alike. */
const measured = async (
  what: string,
  letters: number,
  rounds: number,
  which: readonly EngineName[],
): Promise<Runs> => {
  const runs: Runs = new Map(which.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, own] of runs) own.push(Measured.parse(await inItsOwnProcess(name, what, letters)));
  return runs;
};

const rowsOf = (
  part: string,
  unit: string,
  runs: Runs,
  value: (run: z.infer<typeof Measured>) => number,
): Row[] =>
  [...runs].map(([name, own]) => ({
    part,
    name,
    value: own.map(value),
    unit,
    ...(name !== ours && { ratioTo: ours }),
  }));

const rightRows = async (letters: number): Promise<Row[]> => {
  const rows: Row[] = [];
  // Nothing is timed here, so all may print at once.
  const printed = await Promise.all(printing.map((name) => inItsOwnProcess(name, 'right', letters)));
  for (const [at, name] of printing.entries()) {
    const { words, same, apart, of, stops, tagged } = Right.parse(printed[at]);
    const row = (part: string, value: number, unit: string): void =>
      void rows.push({ part, name, value, unit });
    row('letters of one process with every word right', words, `of ${of}`);
    row('letters of one process with the same bytes twice', same, `of ${of}`);
    row('pages that look the same when accents come apart (NFD)', apart, `of ${Math.ceil(of / 4)}`);
    row('stops at a character the typeface lacks', Number(stops), '1 = yes');
    row('tagged for screen readers', Number(tagged), '1 = yes');
  }
  return rows.toSorted((a, b) => a.part!.localeCompare(b.part!));
};

const filesUnder = async (path: string): Promise<string[]> => {
  if ((await stat(path)).isFile()) return [path];
  const inside = await readdir(path, { recursive: true, withFileTypes: true });
  return inside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** What Lambda unpacks for the letter function: its bundle and everything that the stack puts beside it. */
const packageRows = async (): Promise<Row[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'letter-package-'));
  try {
    bundle('functions/letter/render-letter.ts', directory);
    const beside = await Promise.all(pressFiles.map(({ from }) => filesUnder(join(root, from))));
    const code = await readFile(join(directory, 'index.mjs'));
    const files = [code, ...(await Promise.all(beside.flat().map((file) => readFile(file))))];
    const megabytes = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0) / 1e6;
    const part = 'package of the letter function';
    return [
      { part, name: 'its code alone', value: code.length / 1e6, unit: 'MB' },
      { part, name: 'all of it, unpacked', value: megabytes(files.map(({ length }) => length)), unit: 'MB' },
      {
        part,
        name: 'all of it, gzip',
        value: megabytes(files.map((file) => gzipSync(file).length)),
        unit: 'MB',
      },
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
};

/**
 * What a letter costs with our press and with the usual libraries: the same birth letter of two pages with its schedule
 * and QR code, the same words, the same four files of type. Typst writes tagged PDF/UA-1, the others do not.
 */
export const benchLetters = async ({ smoke }: How): Promise<Row[]> => {
  const inBatch = smoke ? 2 : 200;
  const cold = await measured('first', 1, smoke ? 1 : 5, names);
  const warm = await measured('warm', smoke ? 1 : 60, smoke ? 1 : 3, printing);
  const batch = await measured('batch', inBatch, 1, printing);
  return [
    ...rowsOf('CPU per letter, warm', 'ms', warm, ({ cpu }) => cpu),
    ...rowsOf('process start to first letter', 'ms', cold, ({ wall }) => wall),
    ...rowsOf('size of a letter', 'KB', cold, ({ bytes }) => bytes / 1000).filter(
      ({ name }) => name !== 'words alone',
    ),
    ...rowsOf(`batch of ${inBatch} in one document, CPU`, 's', batch, ({ cpu }) => cpu / 1000),
    ...rowsOf(`batch of ${inBatch} in one document, wall`, 's', batch, ({ wall }) => wall / 1000),
    ...rowsOf(`batch of ${inBatch} in one document, size`, 'MB', batch, ({ bytes }) => bytes / 1e6),
    ...rowsOf(`batch of ${inBatch} in one document, peak memory`, 'MB', batch, ({ rss }) => rss / 1e6),
    ...(await rightRows(smoke ? 1 : 24)),
    ...(await packageRows()),
  ];
};
