import {
  type DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { ratingPrivacy, type Ratings } from '../../../domain/dossier/rating.ts';
import { dayOf } from '../../../domain/values/day.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { placeOf } from '../keys.ts';
import { sealTogether } from '../personal.ts';
import { ratingCountsKey, ratingKey } from './lookup-keys.ts';

const monthOf = (at: Parameters<typeof dayOf>[0]): string => dayOf(at).slice(0, 7);

/** What citizens thought, in the table: each answer once, its line sealed, and the counts of each month beside them. */
export const dynamoRatings = (client: DynamoDBClient, tableName: string, vault: Vault): Ratings => ({
  rate: async (what, rating) => {
    const key = ratingKey(what);
    const { open, sealed } = sealTogether(rating, ratingPrivacy, vault, placeOf(key));
    const item = {
      ...key,
      kind: 'rating',
      rating: open,
      personal: sealed,
      expiresAt: expiresAt('rating', rating.at),
    };
    try {
      await client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            {
              Put: {
                TableName: tableName,
                Item: toItem(item),
                ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
              },
            },
            {
              Update: {
                TableName: tableName,
                Key: toItem(ratingCountsKey(what.ward, monthOf(rating.at))),
                ...expressions({ UpdateExpression: `ADD #score${rating.score} :one` }, { one: 1 }),
              },
            },
          ],
        }),
      );
      return 'counted';
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
      if (reasons[0]?.Code === 'ConditionalCheckFailed') return 'counted-before';
      throw error;
    }
  },

  of: async (ward, month) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: toItem(ratingCountsKey(ward, month)) }),
    );
    const counts = Item ? fromItem(Item) : {};
    const count = (score: number) => Number(counts[`score${score}`] ?? 0);
    return { 1: count(1), 2: count(2), 3: count(3), 4: count(4), 5: count(5) };
  },
});
