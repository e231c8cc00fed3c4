import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../../../domain/values/instant.ts';
import {
  type CarrierCallback,
  carrierCallbackPrivacy,
  type CarrierCallbacks,
} from '../../../../domain/post/carrier-orders/carrier-callback.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { conditionally } from '../../conditional.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, type Item, toItem } from '../../item.ts';
import { duePartitionOf, placeOf } from '../../keys.ts';
import { openEach, sealEach } from '../../personal.ts';
import { readAll } from '../../read-all.ts';
import { waitingAt } from '../../waiting.ts';
import { jobExpiresAt } from '../expiry.ts';
import { wordKey } from '../keys.ts';

const wordIn = (item: Item, vault: Vault): CarrierCallback => {
  const { word } = fromItem(item) as { word: CarrierCallback };
  return openEach(word, carrierCallbackPrivacy, vault, placeOf(wordKey(word.id))) as CarrierCallback;
};

/** What carriers said, in the table: sealed, since nobody promises what they put into it, and kept for a quarter. */
export const dynamoCarrierCallbacks = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): CarrierCallbacks => {
  const waiting = async (
    kind: 'word' | 'stuck-word',
    by: Instant,
    limit: number,
  ): Promise<CarrierCallback[]> => {
    const keys = await waitingAt(client, tableName, kind, by, limit);
    const items = await readAll(client, tableName, keys);
    return items
      .filter(
        ({ duePk, dueSk }) => duePk?.S?.startsWith(`${kind}#`) && dueSk?.S !== undefined && dueSk.S <= by,
      )
      .map((item) => wordIn(item, vault))
      .toSorted((a, b) => (a.heardAt < b.heardAt ? -1 : 1));
  };
  /** Changes a word that still waits, and as it was read. */
  const change = async (
    { id, tries }: CarrierCallback,
    UpdateExpression: string,
    values: Record<string, unknown>,
  ): Promise<void> => {
    const ConditionExpression = 'attribute_exists(#duePk) AND #word.#tries = :before';
    await conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: toItem(wordKey(id)),
          ...expressions({ UpdateExpression, ConditionExpression }, { ...values, before: tries }),
        }),
      ),
    );
  };
  return {
    keep: async (word) => {
      const key = wordKey(word.id);
      const put = await conditionally(
        client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: toItem({
              ...key,
              kind: 'carrier-word',
              word: sealEach(word, carrierCallbackPrivacy, vault, placeOf(key)),
              duePk: duePartitionOf('word', word.id),
              dueSk: word.heardAt,
              expiresAt: jobExpiresAt('word', word.heardAt),
            }),
            ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
          }),
        ),
      );
      return 'done' in put ? 'kept' : 'known';
    },

    due: async (now, limit) => waiting('word', now, limit),

    settle: async (word, what) => {
      const { id, tries } = word;
      if ('again' in what)
        return change(word, 'SET #dueSk = :again, #word.#tries = :tries', {
          again: what.again,
          tries: tries + 1,
        });
      const { ended, at } = what;
      return ended === 'stuck'
        ? change(word, 'SET #ended = :ended, #duePk = :duePk, #dueSk = :at', {
            ended,
            at,
            duePk: duePartitionOf('stuck-word', id),
          })
        : change(word, 'SET #ended = :ended, #endedAt = :at REMOVE #duePk, #dueSk', { ended, at });
    },

    stuck: async (limit) => waiting('stuck-word', '9' as Instant, limit),

    readAnew: async (word, at) =>
      change(
        word,
        'SET #duePk = :duePk, #dueSk = :at, #word.#heardAt = :at, #word.#tries = :zero REMOVE #ended',
        {
          duePk: duePartitionOf('word', word.id),
          at,
          zero: 0,
        },
      ),
  };
};
