import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Send } from '../functions/async-call.ts';
import type { Checkpoints } from './checkpoints.ts';
import { passes } from './event-filter.ts';
import type { Functions } from '../functions/functions.ts';
import type { StreamMapping } from '../template/read-mappings.ts';
import { takeBatch, type BatchPorts } from './stream-batch.ts';
import { streamFailure } from './stream-failure.ts';
import { readStream } from './stream-reader.ts';
import { streamRecord, type StreamRecord } from './stream-record.ts';

export type LoopPorts = {
  functions: Functions;
  send: Send;
  checkpoints: Checkpoints;
  client: DynamoDBStreamsClient;
  /** Told when a look at the stream that began at this moment (by the monotonic clock) found nothing new. */
  looked: (mapping: string, began: number) => void;
  signal: AbortSignal;
  onTrouble: (where: string, error: unknown) => void;
};

/**
 * Milliseconds between two looks at a stream: short while something goes on; when it has been quiet, four looks a second as
 * Lambda's own poller takes them.
 */
const pauseAfter = (quiet: number): number => (quiet < 2000 ? 30 : 250);

/** Runs one stream mapping until the signal: in order, one batch at a time, through the filter, as Lambda does. */
export const followStream = async (
  mapping: StreamMapping,
  stream: string,
  ports: LoopPorts,
): Promise<void> => {
  const { functions, send, checkpoints, client, looked, signal, onTrouble } = ports;
  const open = () => readStream(client, stream, mapping.from, checkpoints.get(mapping.id));
  let reader = open();
  let shard = '';
  const buffer: StreamRecord[] = [];
  /** When the first record of the buffer came in, by the monotonic clock. */
  let since = 0;
  let lastRead: string | undefined;
  let busy = 0;

  const batchPorts: BatchPorts = {
    invoke: (records) => functions.invoke(mapping.function, { Records: records }),
    passed: (record) => checkpoints.set(mapping.id, { shard, sequence: record.dynamodb.SequenceNumber }),
    giveUp: async (records, why, tries) => {
      if (mapping.onFailure === undefined) return;
      const document = streamFailure(mapping.function, shard, records, why, tries, new Date());
      await send(mapping.onFailure, JSON.stringify(document));
    },
    stopped: () => signal.aborted,
    now: () => Date.now(),
  };

  const read = async (): Promise<number> => {
    const page = await reader.next();
    if (page.records.length === 0) return 0;
    busy = performance.now();
    shard = page.shard;
    lastRead = page.records.at(-1)?.dynamodb?.SequenceNumber;
    if (buffer.length === 0) since = performance.now();
    buffer.push(
      ...page.records
        .map((record) => streamRecord(mapping.table, record))
        .filter((record) => passes(mapping.filters, record)),
    );
    return page.records.length;
  };

  const isDue = (): boolean =>
    buffer.length >= mapping.batchSize ||
    (buffer.length > 0 && performance.now() - since >= mapping.window * 1000);

  while (!signal.aborted) {
    try {
      const began = performance.now();
      const found = await read();
      while (isDue() && !signal.aborted)
        await takeBatch(buffer.splice(0, mapping.batchSize), mapping, batchPorts);
      if (signal.aborted) return;
      if (found > 0 && buffer.length === 0 && lastRead !== undefined)
        await checkpoints.set(mapping.id, { shard, sequence: lastRead });
      if (found === 0 && buffer.length === 0) looked(mapping.id, began);
      if (found === 0) await wait(pauseAfter(performance.now() - busy), undefined, { signal });
    } catch (error) {
      if (signal.aborted) return;
      onTrouble(mapping.id, error);
      // What was read but not passed is read again.
      buffer.length = 0;
      reader = open();
      await wait(1000, undefined, { ref: false });
    }
  }
};
