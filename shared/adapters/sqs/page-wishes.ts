import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { PageWishes } from '../../domain/inbound/page-wish.ts';

/** Wishes from the page on the queue of what citizens write, grouped by dossier so that one page delays no other. */
export const sqsPageWishes = (client: SQSClient, queueUrl: string): PageWishes => ({
  put: async (wish) => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify(wish),
        MessageGroupId: `page-${wish.ward}-${wish.dossierCode}`
          .replaceAll(/[^A-Za-z0-9-]/g, '')
          .slice(0, 100),
      }),
    );
  },
});
