import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { table, tableIndexes } from './table.ts';

/** An item as DynamoDB speaks it. */
export type Item = Record<string, AttributeValue>;

/** Values as items hold them; what is undefined is left out. */
export const toItem = (values: Record<string, unknown>): Item =>
  marshall(values, { removeUndefinedValues: true });

/** An item's values again; their type is known by the key they were read by. */
export const fromItem = (item: Item): Record<string, unknown> => unmarshall(item);

const housekeeping = new Set<string>([
  ...Object.values(table),
  ...tableIndexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
]);

/** What an item says beyond keys, indexes and expiry. */
export const withoutHousekeeping = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !housekeeping.has(name)));
