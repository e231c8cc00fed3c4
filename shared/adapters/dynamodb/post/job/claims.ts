import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { canonical } from '../../../../domain/values/writing/canonical.ts';
import { conditionally } from '../../conditional.ts';
import { jobExpiresAt } from '../expiry.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, toItem } from '../../item.ts';
import { claimKey } from '../keys.ts';
import type { JobClaim, DispatchJobs } from '../../../../domain/post/job/dispatch-jobs.ts';

/** Claims in the table for a day, each under its partner and id. */
export const dynamoClaims = (
  client: DynamoDBClient,
  tableName: string,
): Pick<DispatchJobs, 'openClaim' | 'findClaim'> => ({
  openClaim: async (partner, claim) => {
    const writtenBy = randomUUID();
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            ...claimKey(partner, claim.request.claimId),
            kind: 'claim',
            claim,
            writtenBy,
            expiresAt: jobExpiresAt('claim', claim.at),
          }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    if ('done' in put) return { is: 'opened' };
    const earlier = fromItem(put.by ?? {}) as { claim: JobClaim; writtenBy: string };
    if (earlier.writtenBy === writtenBy) return { is: 'opened' };
    const same = canonical(earlier.claim.request) === canonical(claim.request);
    return same ? { is: 'repeated', claim: earlier.claim } : { is: 'reused' };
  },

  findClaim: async (partner, claimId) => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tableName,
        Key: toItem(claimKey(partner, claimId)),
        ConsistentRead: true,
      }),
    );
    return Item && (fromItem(Item) as { claim: JobClaim }).claim;
  },
});
