import { setTimeout as pause } from 'node:timers/promises';
import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';

/** What one SendMessageBatch takes (SQS's limit). */
const atOnce = 10;

/** How often entries that SQS could not take are offered again, in milliseconds between two offers. */
const pauses = [50, 200];

/**
 * The doorbell on an SQS queue: one message a notification, `{ id, ward }`, grouped by ward so that a ward with
 * thousands of them does not make the others wait (fair queues). SendMessageBatch succeeds with failures inside; they
 * are offered again, and what still fails is thrown: the sweep will ring for it.
 */
export const sqsDoorbell = (client: SQSClient, queueUrl: string): Doorbell<string> => {
  const send = async (entries: SendMessageBatchRequestEntry[]): Promise<void> => {
    let open = entries;
    for (const wait of [...pauses, undefined]) {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: open }),
      );
      const failed = new Map(Failed.map(({ Id, Code }) => [Id, Code]));
      if (failed.size === 0) return;
      const refused = Failed.some(({ SenderFault }) => SenderFault === true);
      if (refused || wait === undefined) {
        throw new Error(`SQS did not take ${failed.size} rings: ${[...new Set(failed.values())].join(', ')}`);
      }
      open = open.filter(({ Id }) => failed.has(Id));
      await pause(wait);
    }
  };

  return {
    ring: async (notifications) => {
      const entries = notifications.map(({ id, ward }, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify({ id, ward }),
        MessageGroupId: ward,
      }));
      const batches = Array.from({ length: Math.ceil(entries.length / atOnce) }, (_, index) =>
        entries.slice(index * atOnce, (index + 1) * atOnce),
      );
      await Promise.all(batches.map(send));
    },

    waiting: async () => {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl: queueUrl,
          AttributeNames: ['ApproximateNumberOfMessages'],
        }),
      );
      return Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0);
    },
  };
};
