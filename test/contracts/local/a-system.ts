import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FunctionLine } from '../../../infra/local/functions/function-line.ts';
import type { Template } from '../../../infra/local/template/resource.ts';
import { startSystem, type System, type SystemOptions } from '../../../infra/local/system.ts';

export const handlerFile = (name: string): string =>
  fileURLToPath(new URL(`./handlers/${name}.ts`, import.meta.url));

export const aDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), 'bao-tin-'));

const nobody = async () => ({
  url: 'http://127.0.0.1:9',
  pid: 0,
  stop: async () => {},
  kill: async () => {},
  tell: () => {},
});

/** A system of these resources, with nobody who carries SMS and nobody who keeps keys. */
export const aSystem = async (
  Resources: Template['Resources'],
  options: Partial<SystemOptions> = {},
): Promise<System & { lines: FunctionLine[] }> => {
  const local = await aDirectory();
  const system = await startSystem({
    template: () => ({ Resources }),
    startCarrier: nobody,
    startPostal: nobody,
    startKms: async () => ({ url: 'http://127.0.0.1:9', close: async () => {} }),
    local,
    rights: local, // what these resources may is nothing of the stack's, whose rights the run counts
    ...options,
  });
  const lines: FunctionLine[] = [];
  system.onLine((line) => lines.push(line));
  return { ...system, lines };
};

/** The lines of a file that handlers write, once `enough` of them satisfies; fails after the milliseconds. */
export const seen = async (
  file: string,
  enough: (lines: string[]) => boolean,
  patience = 15_000,
): Promise<string[]> => {
  for (const end = Date.now() + patience; ; await wait(25)) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const lines = text.split('\n').filter((line) => line !== '');
    if (enough(lines)) return lines;
    if (Date.now() > end)
      throw new Error(`not seen in time; so far ${lines.length} lines: ${lines.slice(-3).join(' | ')}`);
  }
};
