import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freePort } from '../functions/child.ts';
import type { Program } from './engine-process.ts';

/** The file that it keeps its tables in. */
export const dynoxideFile = 'dynoxide.db';

/** Where npm put the binary for this machine, and its version; nothing where there is none. */
export const installedDynoxide = (): { binary: string; version: string } | undefined => {
  const { resolve } = createRequire(import.meta.url);
  try {
    const about = resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`);
    const { version } = JSON.parse(readFileSync(about, 'utf8')) as { version: string };
    return { binary: join(dirname(about), 'dynoxide'), version };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
};

/** Dynoxide, DynamoDB's interface over SQLite in one binary; in memory, or in a file. It syncs before it answers. */
export const dynoxide = async (file: string | undefined): Promise<Program> => {
  const found = installedDynoxide();
  if (found === undefined)
    throw new Error(
      'Dynoxide is not installed for this machine: BAO_TIN_DYNAMODB=local takes DynamoDB Local',
    );
  const port = await freePort();
  return {
    name: `Dynoxide ${found.version}`,
    command: found.binary,
    words: ['--port', String(port), ...(file === undefined ? [] : ['--db-path', file])],
    port,
    missing: `${found.binary} cannot be started: npm ci`,
  };
};
