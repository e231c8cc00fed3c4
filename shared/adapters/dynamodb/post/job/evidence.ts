import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Evidence, EvidenceShelf } from '../../../../domain/post/evidence/evidence.ts';
import { conditionally } from '../../conditional.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, toItem } from '../../item.ts';
import { jobExpiresAt } from '../expiry.ts';
import { evidenceKey } from '../keys.ts';

/**
 * Announced evidence in the table, each job's in numbered places: a place is taken once, so that two announcements at
 * the same moment are never more than the limit, and a repeat finds its own.
 */
export const dynamoEvidenceShelf = (client: DynamoDBClient, tableName: string): EvidenceShelf => {
  const placesOf = async (jobId: string): Promise<{ place: number; evidence: Evidence }[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        ConsistentRead: true,
        ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: evidenceKey(jobId, 0).pk }),
      }),
    );
    return Items.map((item) => fromItem(item) as { place: number; evidence: Evidence });
  };
  return {
    of: async (jobId) => (await placesOf(jobId)).map(({ evidence }) => evidence),
    add: async (evidence, most) => {
      for (;;) {
        const there = await placesOf(evidence.jobId);
        const same = there.find((one) => one.evidence.evidenceId === evidence.evidenceId);
        if (same) return { is: 'existing', evidence: same.evidence };
        if (there.length >= most) return { is: 'full' };
        const place = (there.at(-1)?.place ?? -1) + 1;
        const key = evidenceKey(evidence.jobId, place);
        const item = {
          ...key,
          kind: 'evidence',
          place,
          evidence,
          expiresAt: jobExpiresAt('dispatch', evidence.at),
        };
        const put = await conditionally(
          client.send(
            new PutItemCommand({
              TableName: tableName,
              Item: toItem(item),
              ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
            }),
          ),
        );
        if ('done' in put) return { is: 'added', evidence };
      }
    },
  };
};
