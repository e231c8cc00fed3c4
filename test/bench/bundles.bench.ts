import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundle } from '../../infra/constructs/handler-code.ts';
import type { How, Row } from './figures.ts';

const root = join(import.meta.dirname, '../..');

/** Milliseconds that `import()` of this file takes in a process that has loaded nothing. */
const loading = async (file: string): Promise<number> => {
  const script = `const start = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); process.stdout.write(String(performance.now() - start))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return Number(stdout);
};

/**
 * How large each function is, bundled as the stack bundles it, and how long loading its module takes: our part of a
 * cold start. The functions take turns, so that a slow moment of the machine hits all alike.
 */
export const benchBundles = async ({ smoke }: How): Promise<Row[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'bundles-'));
  try {
    const functions = globSync('functions/*/*.ts', { cwd: root })
      .map((file) => [basename(file, '.ts'), file] as const)
      .slice(0, smoke ? 2 : undefined);
    const bare = 'a handler that does nothing';
    const sdk = 'a handler with client-dynamodb alone';
    const all = [
      [bare, 'test/bench/bare/handler.ts'],
      [sdk, 'test/bench/bare/sdk-handler.ts'],
      ...functions,
    ] as const;

    const built = all.map(([name, entry], at) => {
      const place = join(directory, String(at));
      bundle(entry, place);
      return { name, file: join(place, 'index.mjs'), times: [] as number[] };
    });
    for (const { file } of built) await loading(file);
    for (let start = 0; start < (smoke ? 1 : 11); start += 1)
      for (const { file, times } of built) times.push(await loading(file));

    const sizes = await Promise.all(built.map(async ({ file }) => readFile(file)));
    const rows = (part: string, unit: string, value: (at: number) => number | number[]): Row[] =>
      built.map(({ name }, at) => ({
        part,
        name,
        value: value(at),
        unit,
        ...(name !== sdk && { ratioTo: sdk }),
      }));
    return [
      ...rows('size', 'KB', (at) => sizes[at]!.length / 1000),
      ...rows('size, gzip', 'KB', (at) => gzipSync(sizes[at]!).length / 1000),
      ...rows('loading the module', 'ms', (at) => built[at]!.times),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
};
