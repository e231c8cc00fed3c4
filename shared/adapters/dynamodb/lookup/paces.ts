import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Pace, Paces } from '../../../domain/lookup/pace.ts';
import { putIf } from '../conditional.ts';
import { expiresAt } from '../expiry.ts';
import { fromItem, type Item } from '../item.ts';
import { readAll } from '../read-all.ts';
import { paceKey } from './lookup-keys.ts';

const paceIn = (item: Item): Pace => {
  const { misses, lastAt, openFrom } = fromItem(item) as Pace;
  return { misses, lastAt, openFrom };
};

/** The pace of look-ups in the table, under keyed hashes: no address and no code of a dossier is in it. */
export const dynamoPaces = (client: DynamoDBClient, tableName: string): Paces => ({
  of: async (names) => {
    const keys = names.map(paceKey);
    const items = await readAll(client, tableName, keys);
    return keys.map(({ pk }) => {
      const item = items.find((each) => each['pk']?.S === pk);
      return item && paceIn(item);
    });
  },

  move: async (name, before, after) => {
    const came = await putIf(client, tableName, {
      item: { ...paceKey(name), kind: 'pace', ...after, expiresAt: expiresAt('pace', after.lastAt) },
      condition:
        before === undefined ? 'attribute_not_exists(#pk)' : '#misses = :misses AND #lastAt = :lastAt',
      values: { misses: before?.misses, lastAt: before?.lastAt },
    });
    if ('done' in came) return 'moved';
    // Expiry may have taken what was read a moment ago.
    return 'conflict';
  },
});
