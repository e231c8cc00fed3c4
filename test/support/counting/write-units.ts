import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { dueIndex, lookupIndex, table } from '../../../shared/adapters/dynamodb/table.ts';

/**
 * What a write costs on AWS by the rules of the DynamoDB Developer Guide ("Item sizes and formats", "Read and write
 * operations", "Using Global Secondary Indexes"), computed from the item before and after it. The guide does not say
 * whether a transaction doubles what its indexes cost; DynamoDB Local, which is AWS's own, does, and so do we.
 */
type Item = Record<string, AttributeValue>;

const significant = (number: string): number => number.replaceAll(/^-?0*\.?0*|0+$|\./g, '').length;

/** In bytes. */
const valueSize = (value: AttributeValue): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(significant(value.N) / 2) + 1;
  if (value.B !== undefined) return value.B.byteLength;
  if (value.M !== undefined) return 3 + itemSize(value.M) + Object.keys(value.M).length;
  if (value.L !== undefined) return value.L.reduce((sum, one) => sum + valueSize(one) + 1, 3);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  throw new Error(`No item of ours has such a value: ${Object.keys(value).join()}`);
};

/** In bytes, names included. */
export const itemSize = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0);

const kilobytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

/** The larger of the item before and after, in whole kilobytes; twice in a transaction. */
export const tableUnits = (
  before: Item | undefined,
  after: Item | undefined,
  inTransaction: boolean,
): number => kilobytes(Math.max(itemSize(before ?? {}), itemSize(after ?? {}))) * (inTransaction ? 2 : 1);

/** The item as this index has it, if it does. Our indexes project keys only. */
const entryOf = (item: Item | undefined, index: typeof dueIndex | typeof lookupIndex): Item | undefined => {
  if (item?.[index.partitionKey] === undefined || item[index.sortKey] === undefined) return undefined;
  const names = [table.partitionKey, table.sortKey, index.partitionKey, index.sortKey];
  return Object.fromEntries(names.map((name) => [name, item[name]!]));
};

/** An entry that comes or goes is one write, an entry whose keys change is two, an entry that stays as it is none. */
export const indexUnits = (
  before: Item | undefined,
  after: Item | undefined,
  inTransaction: boolean,
): number =>
  (inTransaction ? 2 : 1) *
  [dueIndex, lookupIndex].reduce((sum, index) => {
    const [was, is] = [entryOf(before, index), entryOf(after, index)];
    if (JSON.stringify(was) === JSON.stringify(is)) return sum;
    return sum + (was ? kilobytes(itemSize(was)) : 0) + (is ? kilobytes(itemSize(is)) : 0);
  }, 0);
