import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from './item.ts';
import { type Key, placeOf } from './keys.ts';

/** What one BatchGetItem takes. */
const atOnce = 100;

/** How often keys that DynamoDB left unprocessed are asked for again, waiting longer each time: 1.5 seconds in all. */
const patience = 5;
const firstPause = 50;

/** Keys asked for in one turn of the event loop, and the answer to all of them. */
type Asked = { keys: Key[]; items: Promise<Item[]> };
const open = new WeakMap<DynamoDBClient, Map<string, Asked>>();

/**
 * Reads the items that exist among these keys as they are now, in no order. What is asked for in the same turn goes
 * out as one request, so that dossiers and their citizens' choices cost one call. Throws when DynamoDB keeps some back.
 */
export const readAll = async (
  client: DynamoDBClient,
  tableName: string,
  keys: readonly Key[],
): Promise<Item[]> => {
  if (keys.length === 0) return [];
  const tables = open.get(client) ?? new Map<string, Asked>();
  open.set(client, tables);
  const asked = tables.get(tableName) ?? gather(client, tableName, tables);
  asked.keys.push(...keys);
  const mine = new Set(keys.map(({ pk, sk }) => placeOf({ pk, sk })));
  return (await asked.items).filter(({ pk, sk }) => mine.has(placeOf({ pk: pk!.S!, sk: sk!.S! })));
};

const gather = (client: DynamoDBClient, tableName: string, tables: Map<string, Asked>): Asked => {
  const keys: Key[] = [];
  const items = Promise.resolve().then(async () => {
    tables.delete(tableName);
    return readTogether(client, tableName, keys);
  });
  const asked = { keys, items };
  tables.set(tableName, asked);
  return asked;
};

const readTogether = async (
  client: DynamoDBClient,
  tableName: string,
  keys: readonly Key[],
): Promise<Item[]> => {
  const wanted = [...new Map(keys.map(({ pk, sk }) => [placeOf({ pk, sk }), { pk, sk }])).values()];
  const batches = Array.from({ length: Math.ceil(wanted.length / atOnce) }, (_, index) =>
    wanted.slice(index * atOnce, (index + 1) * atOnce).map(toItem),
  );
  return (await Promise.all(batches.map((batch) => readBatch(client, tableName, batch)))).flat();
};

const readBatch = async (client: DynamoDBClient, tableName: string, keys: Item[]): Promise<Item[]> => {
  const found: Item[] = [];
  let unread = keys;
  for (let tries = 0; unread.length > 0; tries += 1) {
    if (tries > patience) throw new Error(`DynamoDB left ${unread.length} keys unread`);
    if (tries > 0) await pause(firstPause * 2 ** (tries - 1));
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: unread, ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[tableName] ?? []));
    unread = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return found;
};
