import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Ward } from '../../../domain/values/ward.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { inboxKey } from '../keys.ts';
import { readAll } from '../read-all.ts';
import type { Inboxes } from '../../../domain/inbound/inboxes.ts';

/** Inboxes in the table. They are about an office and no citizen, so they do not expire. */
export const dynamoInboxes = (client: DynamoDBClient, tableName: string): Inboxes => ({
  wardOf: async (provider, to) => {
    const [item] = await readAll(client, tableName, [inboxKey(provider, to)]);
    return item && (fromItem(item)['ward'] as Ward);
  },

  give: async (ward, provider, to) => {
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({ ...inboxKey(provider, to), kind: 'inbox', ward }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk) OR #ward = :ward' }, { ward }),
        }),
      ),
    );
    return 'done' in put ? 'given' : 'taken';
  },
});
