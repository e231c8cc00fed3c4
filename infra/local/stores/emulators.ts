import { join } from 'node:path';
import type { Child } from '../functions/child.ts';
import { startDynamoDb } from './dynamodb.ts';
import { openQueuesAndBuckets } from '../queues/emulated-queues.ts';
import { openLogEndpoint, type LogEndpoint } from './log-endpoint.ts';
import { note } from '../functions/occupancy.ts';
import { openSecrets } from './secrets.ts';
import type { Endpoints } from '../running.ts';
import type { CarrierOptions, PostalOptions, Simulator } from '../simulators/simulator.ts';
import type { EventsQueue } from '../simulators/sms/reports.ts';

/** What the runner is given rather than builds: who carries SMS, who carries papers, and who keeps keys. */
export type Neighbours = {
  startCarrier: (options: CarrierOptions) => Promise<Simulator>;
  startPostal: (options: PostalOptions) => Promise<Child>;
  startKms: (options: { keyDir: string | undefined }) => Promise<{ url: string; close(): Promise<void> }>;
};

export type EmulatorOptions = Neighbours & {
  /** Where this run works; what has to outlive it goes there when `keeps` is true. */
  directory: string;
  keeps: boolean;
  faults: string | undefined;
  /** Faults of the postal carriers. */
  postalFaults: string | undefined;
  /** Milliseconds by which the system's clock is ahead. */
  clockOffset: number;
  /** Where the API will answer: carriers call it back. */
  api: string;
};

/** Everything that stands in for AWS, on addresses of its own. `ready` when DynamoDB answers. */
export type Emulators = {
  endpoints: Endpoints;
  /** Who speaks for DynamoDB, and the file whose streams need care, if any. */
  dynamodb: { engine: string; file: string | undefined };
  ledger: string;
  logs: LogEndpoint;
  ready: Promise<void>;
  /** Tells the carrier where its events about messages go. */
  eventsGoTo: (events: EventsQueue) => void;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
};

/** Starts all of them side by side; when one does not start, the others are ended before the error is thrown. */
export const startEmulators = async (options: EmulatorOptions): Promise<Emulators> => {
  const { directory, keeps, faults, postalFaults, clockOffset, api } = options;
  const { startCarrier, startPostal, startKms } = options;
  const kept = (name: string): string | undefined => (keeps ? join(directory, name) : undefined);
  const ledger = join(directory, 'carrier', 'ledger.ndjson');
  const orders = join(directory, 'carrier', 'postal.ndjson');
  const children: Child[] = [];
  const servers: { close: () => Promise<void> }[] = [];
  const end = (how: 'stop' | 'kill') => async (): Promise<void> => {
    await Promise.all([...children.map((child) => child[how]()), ...servers.map((server) => server.close())]);
  };
  const child = async <C extends Child>(starting: Promise<C>): Promise<C> => {
    const started = await starting;
    children.push(started);
    await note(
      directory,
      children.map(({ pid }) => pid),
    );
    return started;
  };
  const server = async <S extends { close: () => Promise<void> }>(starting: Promise<S>): Promise<S> => {
    const started = await starting;
    servers.push(started);
    return started;
  };

  const logs = await server(openLogEndpoint());
  const all = await Promise.allSettled([
    child(startDynamoDb(join(directory, 'dynamodb'))),
    server(openQueuesAndBuckets(kept('s3'))),
    child(startCarrier({ ledger, faults, logsUrl: logs.url, clockOffset, callbackUrl: api })),
    child(startPostal({ ledger: orders, faults: postalFaults, clockOffset, callbackUrl: api })),
    server(startKms({ keyDir: kept('keys') })),
  ]);
  const [dynamodb, queues, carrier, postal, kms] = all;
  if (
    dynamodb.status === 'rejected' ||
    queues.status === 'rejected' ||
    carrier.status === 'rejected' ||
    postal.status === 'rejected' ||
    kms.status === 'rejected'
  ) {
    await end('kill')();
    throw all.find((one) => one.status === 'rejected')?.reason;
  }
  const secrets = await server(openSecrets({ carrier: carrier.value.url, postal: postal.value.url, api }));
  return {
    endpoints: {
      dynamodb: dynamodb.value.url,
      sqs: queues.value.url,
      s3: queues.value.url,
      sns: carrier.value.url,
      postal: postal.value.url,
      kms: kms.value.url,
      logs: logs.url,
      secrets: secrets.url,
    },
    dynamodb: dynamodb.value,
    ledger,
    logs,
    ready: dynamodb.value.ready,
    eventsGoTo: carrier.value.tell,
    stop: end('stop'),
    kill: end('kill'),
  };
};
