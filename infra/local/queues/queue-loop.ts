import { setTimeout as wait } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type Message,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { cameBack } from './batch-answer.ts';
import { passes } from '../streams/event-filter.ts';
import type { Functions } from '../functions/functions.ts';
import { queueRecord, type QueueRecord } from './queue-record.ts';
import type { QueueMapping } from '../template/read-mappings.ts';

export type PollPorts = {
  functions: Functions;
  client: SQSClient;
  signal: AbortSignal;
  onTrouble: (where: string, error: unknown) => void;
};

/** SQS hands over at most ten at a time, and waits at most twenty seconds. */
const mostPerReceive = 10;
const longPoll = 20;
/** Batches at work at once on one machine, at most. */
const mostAtOnce = 4;

const subject = (record: QueueRecord): unknown => {
  try {
    return { ...record, body: JSON.parse(record.body) as unknown };
  } catch {
    return record;
  }
};

/**
 * Runs one queue mapping until the signal: long polls, several batches at once, deletes what was taken and leaves the
 * rest to become visible again. Redriving what failed too often is the queue's own work.
 */
export const pollQueue = async (mapping: QueueMapping, url: string, ports: PollPorts): Promise<void> => {
  const { functions, client, signal, onTrouble } = ports;
  const atWork = new Set<Promise<void>>();

  const remove = async (messages: readonly Pick<QueueRecord, 'receiptHandle'>[]): Promise<void> => {
    for (let at = 0; at < messages.length; at += mostPerReceive)
      await client.send(
        new DeleteMessageBatchCommand({
          QueueUrl: url,
          Entries: messages
            .slice(at, at + mostPerReceive)
            .map(({ receiptHandle }, index) => ({ Id: String(index), ReceiptHandle: receiptHandle })),
        }),
      );
  };

  const receive = async (count: number, seconds: number): Promise<Message[]> => {
    const answer = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: Math.min(count, mostPerReceive),
        WaitTimeSeconds: seconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: signal },
    );
    return answer.Messages ?? [];
  };

  const batch = async (): Promise<QueueRecord[]> => {
    const messages = await receive(mapping.batchSize, longPoll);
    const end = performance.now() + mapping.window * 1000;
    while (messages.length > 0 && messages.length < mapping.batchSize && performance.now() < end)
      messages.push(...(await receive(mapping.batchSize - messages.length, 1)));
    return messages.map((message) => queueRecord(mapping.queue, message));
  };

  const take = async (records: QueueRecord[]): Promise<void> => {
    const outcome = await functions.invoke(mapping.function, { Records: records });
    if (signal.aborted) return;
    const back = cameBack(
      records.map(({ messageId }) => messageId),
      outcome,
      mapping.partialFailures,
    );
    await remove(records.filter(({ messageId }) => !back.has(messageId)));
  };

  while (!signal.aborted) {
    try {
      if (atWork.size >= Math.min(mapping.atOnce ?? mostAtOnce, mostAtOnce)) await Promise.race(atWork);
      const records = await batch();
      const wanted = records.filter((record) => passes(mapping.filters, subject(record)));
      if (wanted.length < records.length) await remove(records.filter((record) => !wanted.includes(record)));
      if (wanted.length === 0) continue;
      const done: Promise<void> = take(wanted)
        .catch((error: unknown) => onTrouble(mapping.id, error))
        .finally(() => atWork.delete(done));
      atWork.add(done);
    } catch (error) {
      if (signal.aborted) return;
      onTrouble(mapping.id, error);
      await wait(1000, undefined, { ref: false });
    }
  }
};
