import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, totalmem } from 'node:os';
import packageJson from '../../package.json' with { type: 'json' };
import rivals from './rivals/package.json' with { type: 'json' };

/** As one of the rivals finds packages: its own, then those of everybody. */
const require = createRequire(new URL('./rivals/package.json', import.meta.url));

/** Where figures come from: they say little without it. */
export type Machine = {
  at: string;
  cpu: string;
  cores: number;
  memoryGB: number;
  system: string;
  node: string;
  packages: Record<string, string>;
};

/** The version that is installed, whatever `package.json` asked for; a package for another system is not. */
const installed = (name: string): [string, string][] => {
  const place = require.resolve
    .paths(name)
    ?.map((directory) => `${directory}/${name}/package.json`)
    .map((file) => {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as { version: string };
      } catch {
        return undefined;
      }
    })
    .find((found) => found !== undefined);
  return place === undefined ? [] : [[name, place.version]];
};

const { dependencies, devDependencies, optionalDependencies } = packageJson;

export const machine = (): Machine => ({
  at: new Date().toISOString(),
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGB: Math.round(totalmem() / 1e9),
  system: `${process.platform} ${process.arch} ${release()}`,
  node: process.version,
  packages: Object.fromEntries(
    Object.keys({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...rivals.dependencies,
    }).flatMap(installed),
  ),
});
