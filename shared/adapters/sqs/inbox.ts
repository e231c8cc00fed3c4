import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Inbox } from '../../domain/inbound/message.ts';

/**
 * The inbox on an SQS queue, grouped by sender so that one who writes without end does not make the others wait (fair
 * queues). The queue is encrypted, since a message holds a phone.
 */
export const sqsInbox = (client: SQSClient, queueUrl: string): Inbox => ({
  put: async (message) => {
    const group = (message.from ?? message.sender ?? '').replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 100);
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify(message),
        MessageGroupId: group === '' ? message.provider : group,
      }),
    );
  },
});
