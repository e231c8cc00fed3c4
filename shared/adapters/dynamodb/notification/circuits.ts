import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Circuit, Circuits } from '../../../domain/notification/pace/circuit.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { circuitKey } from '../keys.ts';

/** How the carriers stand, one small item each; nothing of a citizen, so it does not expire. */
export const dynamoCircuits = (client: DynamoDBClient, tableName: string): Circuits => ({
  of: async (carrier) => {
    const Key = toItem(circuitKey(carrier));
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true }),
    );
    if (Item === undefined) return { version: 0 };
    const { circuit, version } = fromItem(Item) as { circuit?: Circuit; version: number };
    return { ...(circuit && { circuit }), version };
  },

  write: async (carrier, version, circuit) => {
    const set = 'SET #kind = :kind, #version = :next';
    const update = expressions(
      {
        UpdateExpression: circuit === undefined ? `${set} REMOVE #circuit` : `${set}, #circuit = :circuit`,
        ConditionExpression: version === 0 ? 'attribute_not_exists(#pk)' : '#version = :version',
      },
      { kind: 'circuit', next: version + 1, version, circuit },
    );
    const Key = toItem(circuitKey(carrier));
    const written = await conditionally(
      client.send(new UpdateItemCommand({ TableName: tableName, Key, ...update })),
    );
    return 'done' in written ? 'written' : 'conflict';
  },
});
