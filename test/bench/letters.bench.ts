/** What a letter costs: warm, cold, two hundred at once, and the size of what Lambda has to unpack. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { engines } from './letter-engines.ts';

export type Row = { name: string; value: number; unit: string };

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const script = fileURLToPath(new URL('./letter-process.ts', import.meta.url));
const templates = fileURLToPath(new URL('../../shared/adapters/pdf/templates/', import.meta.url));
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

const Measured = z.object({
  cpu: z.number().default(Number.NaN),
  wall: z.number().default(Number.NaN),
  bytes: z.number().default(Number.NaN),
  rss: z.number().default(Number.NaN),
});

const inItsOwnProcess = async (engine: string, what: string): Promise<z.infer<typeof Measured>> =>
  Measured.parse(JSON.parse((await run(process.execPath, [script, engine, what])).stdout));

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const rowsOf = async (engine: string): Promise<Row[]> => {
  const colds = [];
  for (let round = 0; round < 5; round += 1) colds.push(await inItsOwnProcess(engine, 'first'));
  const warm = await inItsOwnProcess(engine, 'warm');
  const batch = await inItsOwnProcess(engine, 'batch');
  return [
    { name: `${engine}: CPU per birth letter, warm`, value: warm.cpu, unit: 'ms' },
    {
      name: `${engine}: process start to first letter`,
      value: median(colds.map(({ wall }) => wall)),
      unit: 'ms',
    },
    { name: `${engine}: size of a birth letter`, value: colds[0]!.bytes / 1000, unit: 'KB' },
    { name: `${engine}: batch of 200, CPU`, value: batch.cpu / 1000, unit: 's' },
    { name: `${engine}: batch of 200, wall`, value: batch.wall / 1000, unit: 's' },
    { name: `${engine}: batch of 200, size`, value: batch.bytes / 1e6, unit: 'MB' },
    { name: `${engine}: batch of 200, peak memory`, value: batch.rss / 1e6, unit: 'MB' },
  ];
};

const megabytes = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0) / 1e6;

const packageRows = async (): Promise<Row[]> => {
  const files = [
    require.resolve('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'),
    ...faces.map((face) => require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)),
    ...(await readdir(templates)).map((name) => `${templates}${name}`),
  ];
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return [
    {
      name: 'letter package beside the code, unpacked',
      value: megabytes(contents.map(({ length }) => length)),
      unit: 'MB',
    },
    {
      name: 'letter package beside the code, gzip',
      value: megabytes(contents.map((file) => gzipSync(file).length)),
      unit: 'MB',
    },
  ];
};

/** One run over every engine on the same birth letter (two pages, schedule, QR code). */
export const benchLetters = async (): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const engine of Object.keys(engines)) rows.push(...(await rowsOf(engine)));
  return [...rows, ...(await packageRows())];
};
