import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Vault } from '../../../../domain/values/vault.ts';
import { conditionally } from '../../conditional.ts';
import { expressions } from '../../expressions.ts';
import { toItem } from '../../item.ts';
import { readAll } from '../../read-all.ts';
import { waitingAt } from '../../waiting.ts';
import { forgetScans, forgettingUpdate } from './forget.ts';
import { isOver, jobIn, toBeForgotten } from './job-item.ts';
import { jobKey } from '../keys.ts';
import type { JobOutbox } from '../../../../domain/post/job/job-outbox.ts';

/** Word that jobs owe, in the table: a mark on the job, set by the step and taken off when all has been brought. */
export const dynamoJobOutbox = (client: DynamoDBClient, tableName: string, vault: Vault): JobOutbox => {
  /** Changes a job unless somebody else has changed it since; then there is nothing to do here. */
  const changeQuietly = async (
    jobId: string,
    UpdateExpression: string,
    ConditionExpression: string,
    values: Record<string, unknown>,
  ): Promise<void> => {
    await conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: toItem(jobKey(jobId)),
          ...expressions({ UpdateExpression, ConditionExpression }, values),
        }),
      ),
    );
  };
  return {
    overdue: async (since, limit) => {
      const keys = await waitingAt(client, tableName, 'post', since, limit);
      return (await readAll(client, tableName, keys))
        .filter(({ duePk }) => duePk !== undefined)
        .map((item) => jobIn(item, vault));
    },

    brought: async ({ jobId, state, revision, changedAt }) => {
      const next = isOver(state) ? toBeForgotten(jobId, changedAt) : {};
      const update = isOver(state) ? 'SET #duePk = :duePk, #dueSk = :dueSk' : 'REMOVE #duePk, #dueSk';
      await changeQuietly(jobId, update, '#revision = :revision', { ...next, revision });
    },

    forgettable: async (now, limit) => {
      const keys = await waitingAt(client, tableName, 'forget', now, limit);
      return (await readAll(client, tableName, keys)).map((item) => jobIn(item, vault));
    },

    forget: async (job) => {
      const { jobId, revision, state } = job;
      const isDue = isOver(state);
      if (isDue) await forgetScans(client, tableName, vault, jobId); // first, so that a death in between does both again
      const { set, remove, values } = isDue
        ? forgettingUpdate(job, vault)
        : { set: [], remove: [], values: {} };
      const update = `SET ${['#revision = #revision + :one', ...set].join(', ')} REMOVE ${['#duePk, #dueSk', ...remove].join(', ')}`;
      await changeQuietly(jobId, update, '#revision = :revision', { ...values, one: 1, revision });
    },
  };
};
