import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { PostWord } from '../../../domain/post/ports.ts';
import type { Vault } from '../../../domain/vault.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { notificationItem } from '../notification-item.ts';
import { readAll } from '../read-all.ts';
import { waitingAt } from '../waiting.ts';
import { jobIn } from './job-item.ts';
import { jobKey } from './keys.ts';

/** The job in an image of the table's stream is only a hint; this is whose it is. */
export const jobNamedIn = (image: Record<string, unknown>): { ward: string; jobId: string } => {
  const { ward, jobId } = fromItem(image as Parameters<typeof fromItem>[0]) as {
    ward: string;
    jobId: string;
  };
  return { ward, jobId };
};

/** Word that jobs owe, in the table: a mark on the job, set by the step and taken off when all has been brought. */
export const dynamoPostWord = (client: DynamoDBClient, tableName: string, vault: Vault): PostWord => ({
  owe: async (notification) => {
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: notificationItem(notification, vault),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
        }),
      ),
    );
    return 'done' in put ? 'owed' : 'existing';
  },

  overdue: async (since, limit) => {
    const keys = await waitingAt(client, tableName, 'post', since, limit);
    return (await readAll(client, tableName, keys))
      .filter(({ duePk }) => duePk !== undefined)
      .map((item) => jobIn(item, vault));
  },

  brought: async ({ jobId, revision }) => {
    await conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: toItem(jobKey(jobId)),
          ...expressions(
            { UpdateExpression: 'REMOVE #duePk, #dueSk', ConditionExpression: '#revision = :revision' },
            { revision },
          ),
        }),
      ),
    );
  },
});
