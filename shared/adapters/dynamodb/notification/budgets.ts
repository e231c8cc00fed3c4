import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { conditionally } from '../conditional.ts';
import { fromItem } from '../item.ts';
import { spendingKey } from '../keys.ts';
import { readAll } from '../read-all.ts';
import { putVersion } from '../versioned.ts';
import type { Budgets, WardSpending } from '../../../domain/notification/spending.ts';

/** What wards have sent, in the table. Counts of an office, nothing of a citizen, so they do not expire. */
export const dynamoBudgets = (client: DynamoDBClient, tableName: string): Budgets => ({
  of: async (wards) => {
    const items = await readAll(client, tableName, wards.map(spendingKey));
    const known = new Map(
      items.map((item) => fromItem(item) as WardSpending).map((spending) => [spending.ward, spending]),
    );
    return wards.map((ward) => known.get(ward) ?? { ward, spent: {}, version: 0 });
  },

  reserve: async ({ ward, spent, version }) => {
    const { Put } = putVersion(tableName, { ...spendingKey(ward), kind: 'spending', ward, spent }, version);
    const put = await conditionally(client.send(new PutItemCommand(Put as never)));
    return 'done' in put ? 'reserved' : 'conflict';
  },
});
