import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { CarrierWords } from '../../../domain/post/carrier-ports.ts';
import type { CarrierWord } from '../../../domain/post/carrier-word.ts';
import type { Vault } from '../../../domain/vault.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { duePartitionOf, placeOf } from '../keys.ts';
import { readAll } from '../read-all.ts';
import { waitingAt } from '../waiting.ts';
import { expiresAt } from './expiry.ts';
import { wordKey } from './keys.ts';

const wordIn = (item: Item, vault: Vault): CarrierWord => {
  const { word } = fromItem(item) as { word: CarrierWord };
  return { ...word, raw: vault.open(word.raw, placeOf(wordKey(word.id))) };
};

/** What carriers said, in the table: sealed, since nobody promises what they put into it, and kept for a quarter. */
export const dynamoCarrierWords = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): CarrierWords => ({
  keep: async (word) => {
    const key = wordKey(word.id);
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            ...key,
            kind: 'carrier-word',
            word: { ...word, raw: vault.seal(word.raw, placeOf(key)) },
            duePk: duePartitionOf('word', word.id),
            dueSk: word.heardAt,
            expiresAt: expiresAt('word', word.heardAt),
          }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
        }),
      ),
    );
    return 'done' in put ? 'kept' : 'known';
  },

  due: async (now, limit) => {
    const keys = await waitingAt(client, tableName, 'word', now, limit);
    const items = await readAll(client, tableName, keys);
    return items
      .filter(({ dueSk }) => dueSk?.S !== undefined && dueSk.S <= now)
      .map((item) => wordIn(item, vault))
      .toSorted((a, b) => (a.heardAt < b.heardAt ? -1 : 1));
  },

  settle: async ({ id, tries }, what) => {
    const update =
      'again' in what
        ? 'SET #dueSk = :again, #word.#tries = :tries'
        : 'SET #ended = :ended, #endedAt = :at REMOVE #duePk, #dueSk';
    await conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: toItem(wordKey(id)),
          ...expressions(
            {
              UpdateExpression: update,
              ConditionExpression: 'attribute_exists(#duePk) AND #word.#tries = :before',
            },
            { ...what, tries: tries + 1, before: tries },
          ),
        }),
      ),
    );
  },
});
