import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { region } from './place.ts';
import type { Blueprint } from './template/template.ts';
import { writeWhole } from './whole-file.ts';

/** Where the parts of a running system are. */
export type Endpoints = Record<
  'dynamodb' | 'sqs' | 's3' | 'sns' | 'postal' | 'kms' | 'logs' | 'secrets',
  string
>;

/** The SDK's own variables for them: a handler needs no other word about where it runs. */
export const endpointVariables = (endpoints: Endpoints): Record<string, string> => ({
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoints.dynamodb,
  AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  AWS_ENDPOINT_URL_S3: endpoints.s3,
  AWS_ENDPOINT_URL_SNS: endpoints.sns,
  // The simulator is every carrier at one address.
  AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: endpoints.sns,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secrets,
  AWS_ENDPOINT_URL_KMS: endpoints.kms,
  AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: endpoints.logs,
});

/** The same for functions, which reach what AWS is through the gate; a postal carrier is no part of AWS. */
export const gatedEndpoints = ({ postal, logs }: Endpoints, gate: string): Endpoints => ({
  dynamodb: gate,
  sqs: gate,
  s3: gate,
  sns: gate,
  kms: gate,
  secrets: gate,
  postal,
  logs,
});

/** What a tool on the same machine has to know about a running system; it finds it by the API's port. */
export type Running = {
  url: string;
  pid: number;
  region: string;
  endpoints: Endpoints;
  ledger: string;
  /** Milliseconds by which the functions' clock is ahead. */
  clockOffset: number;
  tables: string[];
  /** Queue URLs by name. */
  queues: Record<string, string>;
  /** Variables on whose value all functions that have them agree (TABLE_NAME, DATA_KEY_ARN, …). */
  environment: Record<string, string>;
};

const agreed = ({ functions }: Blueprint): Record<string, string> => {
  const values = new Map<string, Set<string>>();
  for (const { environment } of functions)
    for (const [name, value] of Object.entries(environment))
      values.set(name, (values.get(name) ?? new Set()).add(value));
  return Object.fromEntries(
    [...values].filter(([, set]) => set.size === 1).map(([name, [value = '']]) => [name, value]),
  );
};

export const runningSystem = (
  plan: Blueprint,
  known: Pick<Running, 'url' | 'endpoints' | 'ledger' | 'clockOffset'>,
): Running => ({
  ...known,
  pid: process.pid,
  region,
  tables: plan.tables.map(({ name }) => name),
  queues: Object.fromEntries(plan.queues.map(({ name, url }) => [name, url])),
  environment: agreed(plan),
});

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const runnerIn = async (file: string): Promise<number | undefined> => {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as Running).pid;
  } catch {
    return undefined; // it is just being written, or already gone
  }
};

/** A run that was killed could not take back what it said; the next one does it. */
const forgetTheDead = async (directory: string): Promise<void> => {
  for (const name of await readdir(directory)) {
    const runner = await runnerIn(join(directory, name));
    if (runner !== undefined && !lives(runner)) await rm(join(directory, name), { force: true });
  }
};

/** Says under `.local/running/` where the system is; the returned function takes it back. */
export const announce = async (local: string, running: Running): Promise<() => Promise<void>> => {
  const directory = join(local, 'running');
  const file = join(directory, `${new URL(running.url).port}.json`);
  await mkdir(directory, { recursive: true });
  await forgetTheDead(directory);
  await writeWhole(file, `${JSON.stringify(running, undefined, 2)}\n`);
  return () => rm(file, { force: true });
};
