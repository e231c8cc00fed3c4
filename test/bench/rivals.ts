/** The libraries that benches compare with: a package of its own, so that nobody else has to install them. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

const place = join(import.meta.dirname, 'rivals');
const run = promisify(execFile);

const changedAt = (file: string): Promise<number> =>
  stat(join(place, file)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** Installs them where they are missing or older than their lock. */
export const installRivals = async (): Promise<void> => {
  const [installed, locked] = await Promise.all(
    ['node_modules/.package-lock.json', 'package-lock.json'].map(changedAt),
  );
  if (installed! < locked!) await run('npm', ['ci', '--prefix', place]);
};

/** Checks the types of what calls them, which `npm run typecheck` cannot, since it does without them. */
export const checkRivals = async (): Promise<void> => {
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace('package.json', 'bin/tsc');
  await run(process.execPath, [tsc, '-p', place]).catch((error: { stdout: string }) => {
    throw new Error(error.stdout);
  });
};
