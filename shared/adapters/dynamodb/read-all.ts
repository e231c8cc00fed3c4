import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from './item.ts';
import { type Key, placeOf } from './keys.ts';

/** What one BatchGetItem takes. */
const atOnce = 100;

/** How often keys that DynamoDB left unprocessed are asked for again, waiting longer each time: 1.5 seconds in all. */
const patience = 5;
const firstPause = 50;

/** Reads the items that exist among these keys as they are now, in no order. Throws when DynamoDB keeps some back. */
export const readAll = async (
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
  let open = keys;
  for (let tries = 0; open.length > 0; tries += 1) {
    if (tries > patience) throw new Error(`DynamoDB left ${open.length} keys unread`);
    if (tries > 0) await pause(firstPause * 2 ** (tries - 1));
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: open, ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[tableName] ?? []));
    open = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return found;
};
