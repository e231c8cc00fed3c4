import { type DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Change } from '../../../../domain/post/job/change.ts';
import type { DispatchJob, JobScope } from '../../../../domain/post/job/dispatch-job.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { conditionally } from '../../conditional.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, toItem } from '../../item.ts';
import type { Key } from '../../keys.ts';
import { dynamoClaims } from './claims.ts';
import { readJobList } from './job-lists.ts';
import { jobIn, jobItem } from './job-item.ts';
import { readOffers } from './offers.ts';
import { changeKey, jobKey, numberKey } from '../keys.ts';
import { dynamoScans } from './scans.ts';
import { isMine, stepJob } from './step-job.ts';
import type { DispatchJobs } from '../../../../domain/post/job/dispatch-jobs.ts';

/** Dispatch jobs in the table. Every step is one conditional write; whoever loses it is told why without a read. */
export const dynamoDispatchJobs = (client: DynamoDBClient, tableName: string, vault: Vault): DispatchJobs => {
  const read = async (key: Key) =>
    (await client.send(new GetItemCommand({ TableName: tableName, Key: toItem(key), ConsistentRead: true })))
      .Item;
  const find = async (scope: JobScope, jobId: string): Promise<DispatchJob | undefined> => {
    const item = await read(jobKey(jobId));
    const job = item && jobIn(item, vault);
    return job && isMine(scope, job) ? job : undefined;
  };

  return {
    create: async (job) => {
      const put = await conditionally(
        client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: jobItem(job, vault),
            ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        ),
      );
      return 'done' in put ? { is: 'created' } : { is: 'existing', job: jobIn(put.by ?? {}, vault) };
    },
    find,
    findByTrackingNumber: async (scope, trackingNumber) => {
      const item = await read(numberKey(trackingNumber));
      return item && find(scope, (fromItem(item) as { jobId: string }).jobId);
    },
    step: stepJob(client, tableName, vault, find),
    claimable: readOffers(client, tableName),
    ...dynamoClaims(client, tableName),
    heldBy: readJobList(client, tableName, vault),
    ...dynamoScans(client, tableName, vault),
    changes: async (partner, after, upTo, limit) => {
      const from = changeKey(partner, after ?? '0');
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          Limit: limit,
          ...expressions(
            { KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :upTo' },
            { pk: from.pk, from: `${from.sk}\u0000`, upTo: `${upTo}#\u{10FFFF}` },
          ),
        }),
      );
      return Items.map((item) => (fromItem(item) as { change: Change }).change);
    },
  };
};
