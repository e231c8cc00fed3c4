import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { buildApp, type BuildAppOptions } from 'fauxqs';
import type { Queue } from '../template/read-stores.ts';
import { region } from '../place.ts';
import { s3Refusal } from '../stores/s3-checks.ts';

export type QueuesAndBuckets = { url: string; close: () => Promise<void> };

type Stores = NonNullable<BuildAppOptions['stores']>;
type Persistence = { loadS3: (store: Stores['s3Store']) => void; close: () => void };
type Part<Name extends string, Made, Given extends unknown[]> = Record<Name, new (...given: Given) => Made>;

/** A file of fauxqs that its entry does not export. */
const part = async <Exports>(file: string): Promise<Exports> =>
  (await import(new URL(file, import.meta.resolve('fauxqs')).href)) as Exports;

/**
 * The emulator's own way to keep S3 objects in files is its `startFauxqs`, which listens on every network interface;
 * documents of citizens must not, so the same stores are put together here and served on 127.0.0.1 alone.
 */
const storesIn = async (directory: string): Promise<{ stores: Stores; keeper: Persistence }> => {
  const { SqsStore } = await part<Part<'SqsStore', Stores['sqsStore'], []>>('./sqs/sqsStore.js');
  const { SnsStore } = await part<Part<'SnsStore', Stores['snsStore'], []>>('./sns/snsStore.js');
  const { S3Store } = await part<Part<'S3Store', Stores['s3Store'], []>>('./s3/s3Store.js');
  const files = await part<Part<'FileS3Persistence', Persistence, [string]>>('./s3/fileS3Persistence.js');
  const keeper = new files.FileS3Persistence(directory);
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  keeper.loadS3(stores.s3Store);
  Object.assign(stores.s3Store, { persistence: keeper });
  return { stores, keeper };
};

/**
 * Starts SQS and S3 in this process, on a free port of 127.0.0.1. Queues are in memory; buckets too, unless a directory
 * is named to keep them in.
 */
export const openQueuesAndBuckets = async (directory: string | undefined): Promise<QueuesAndBuckets> => {
  const kept = directory === undefined ? undefined : await storesIn(directory);
  const app = buildApp({ logger: false, defaultRegion: region, ...(kept && { stores: kept.stores }) });
  // Every function here signs with this secret; see `functions.ts`.
  app.addHook('preHandler', async ({ method, url: path, headers, body }, reply) => {
    const refusal = s3Refusal({ method, url: path, headers, body }, 'local');
    if (refusal)
      await reply
        .status(refusal.status)
        .type('application/xml')
        .send(`<Error><Code>${refusal.code}</Code></Error>`);
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
      kept?.keeper.close();
    },
  };
};

const last = ({ settings }: Queue): number => ('RedrivePolicy' in settings ? 1 : 0);

/** Creates the queues with their settings, the dead letter queues (which have none behind them) first. */
export const createQueues = async (client: SQSClient, queues: readonly Queue[]): Promise<void> => {
  for (const { name, settings } of queues.toSorted((one, other) => last(one) - last(other)))
    await client.send(new CreateQueueCommand({ QueueName: name, Attributes: settings }));
};

/** Creates the buckets that are not there yet. */
export const createBuckets = async (url: string, buckets: readonly string[]): Promise<void> => {
  for (const bucket of buckets) {
    const there = await fetch(`${url}/${bucket}`, { method: 'HEAD' });
    if (there.ok) continue;
    const made = await fetch(`${url}/${bucket}`, { method: 'PUT' });
    if (!made.ok) throw new Error(`the bucket ${bucket} could not be made: ${await made.text()}`);
  }
};
