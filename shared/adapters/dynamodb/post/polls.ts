import { type DynamoDBClient, paginateQuery, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Instant, plus } from '../../../domain/values/instant.ts';
import { pollNotedEvery, type Polls } from '../../../domain/post/partner/polling.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { pollKey, pollsPartition } from './keys.ts';

/**
 * When partners last asked, in the table: one item each. A warm function writes at most once in `pollNotedEvery` for a
 * partner, however often it is asked, and other functions' notes are not overwritten by older ones.
 */
export const dynamoPolls = (client: DynamoDBClient, tableName: string): Polls => {
  const mine = new Map<string, Instant>();
  return {
    noted: async (partner, at) => {
      const stale = plus(at, -pollNotedEvery);
      const before = mine.get(partner);
      if (before !== undefined && before > stale) return;
      mine.set(partner, at);
      await conditionally(
        client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: toItem({ ...pollKey(partner), kind: 'poll', askedAt: at }),
            ...expressions(
              { ConditionExpression: 'attribute_not_exists(#pk) OR #askedAt <= :stale' },
              { stale },
            ),
          }),
        ),
      );
    },

    newest: async () => {
      const query = {
        TableName: tableName,
        ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: pollsPartition }),
      };
      const found = new Map<string, Instant>();
      for await (const { Items = [] } of paginateQuery({ client }, query))
        for (const item of Items) {
          const { sk, askedAt } = fromItem(item) as { sk: string; askedAt: Instant };
          found.set(sk, askedAt);
        }
      return found;
    },
  };
};
