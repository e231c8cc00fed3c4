import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { noFaults } from '../../infra/local/simulators/sms/faults.ts';
import { openLedger } from '../../infra/local/simulators/sms/ledger.ts';
import { startCarrier } from '../../infra/local/simulators/sms/server.ts';
import { createTables } from '../../infra/local/stores/create-tables.ts';
import { createQueues, openQueuesAndBuckets } from '../../infra/local/queues/emulated-queues.ts';
import { blueprint } from '../../infra/local/template/template.ts';
import { synthesise } from '../../infra/synthesise.ts';

const aws = { region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/** Where a counted day happens, and in what batches the stack's mappings hand its events and rings over. */
export type Places = {
  dynamodb: { endpoint: string } & typeof aws;
  sqs: { endpoint: string } & typeof aws;
  sns: { endpoint: string } & typeof aws;
  tableName: string;
  queueUrl: string;
  batches: { stream: number; queue: number };
};

/**
 * Makes the table and the queues of the synthesised stack, on a DynamoDB that runs already, an SQS emulator and a
 * carrier simulator, both in this process. The table is new each time.
 */
export const openPlaces = async (dynamodb: string): Promise<Places & { close: () => Promise<void> }> => {
  const directory = await mkdtemp(join(tmpdir(), 'bao-tin-'));
  const queues = await openQueuesAndBuckets(undefined);
  const ledger = await openLedger(join(directory, 'ledger.ndjson'));
  const carrier = await startCarrier({ port: 0, ledger, faults: noFaults, seed: '1' });

  const plan = blueprint(synthesise('dev'), { api: 'http://127.0.0.1', sqs: queues.url });
  const stream = plan.streams.find((one) => one.function.endsWith('decide-notifications'))!;
  const poll = plan.polls.find((one) => one.function.endsWith('send-sms'))!;
  const table = plan.tables[0]!;
  const tableName = `${table.name}-${randomUUID()}`;
  const clients = [
    new DynamoDBClient({ ...aws, endpoint: dynamodb }),
    new SQSClient({ ...aws, endpoint: queues.url }),
  ] as const;
  await createTables(clients[0], [{ ...table, name: tableName, stream: undefined }]);
  await createQueues(clients[1], plan.queues);
  for (const client of clients) client.destroy();

  return {
    dynamodb: { ...aws, endpoint: dynamodb },
    sqs: { ...aws, endpoint: queues.url },
    sns: { ...aws, endpoint: carrier.url },
    tableName,
    queueUrl: plan.queues.find(({ name }) => name === poll.queue)!.url,
    batches: { stream: stream.batchSize, queue: poll.batchSize },
    close: async () => {
      await Promise.all([carrier.close(), queues.close()]);
      await rm(directory, { recursive: true });
    },
  };
};
