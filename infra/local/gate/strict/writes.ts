import { operationOf } from '../asks/asks.ts';
import type { Request } from '../requests.ts';

type Item = Record<string, Record<string, unknown>>;
type Part = { TableName: string; Key?: Item; Item?: Item };

/** What names an item of a table: its partition key, and its sort key where it has one. */
export type KeysOf = (table: string) => readonly string[];

/** One item that a request writes, with the units that it costs. */
export type Write = { table: string; partition: string; key: string; bytes: number; units: number };

const valueOf = (value: Record<string, unknown> | undefined): string =>
  value === undefined ? '' : Object.values(value).map(String).join('');

/** The key of an item as one text. */
export const keyOf = (keys: readonly string[], item: Item): string =>
  keys.map((name) => valueOf(item[name])).join('\n');

const parsed = (request: Request): unknown => JSON.parse(request.body.toString('utf8'));

const partsOf = (request: Request): { parts: Part[]; each: 1 | 2 } => {
  switch (operationOf(request)) {
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return { parts: [parsed(request) as Part], each: 1 };
    case 'BatchWriteItem': {
      type Entry = { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } };
      const { RequestItems } = parsed(request) as { RequestItems: Record<string, Entry[]> };
      const parts = Object.entries(RequestItems).flatMap(([TableName, entries]) =>
        entries.map(({ PutRequest, DeleteRequest }) => ({ TableName, ...PutRequest, ...DeleteRequest })),
      );
      return { parts, each: 1 };
    }
    case 'TransactWriteItems': {
      const { TransactItems } = parsed(request) as { TransactItems: Record<string, Part>[] };
      return { parts: TransactItems.flatMap((one) => Object.values(one)), each: 2 };
    }
    default:
      return { parts: [], each: 1 };
  }
};

/**
 * What a request writes. An item is as large as it is named in the request: what an update leaves as it is, the gate does not
 * see. A part of a transaction costs twice.
 */
export const writesOf = (request: Request, keysOf: KeysOf): Write[] => {
  const { parts, each } = partsOf(request);
  return parts.map((part) => {
    const keys = keysOf(part.TableName);
    const named = part.Key ?? part.Item ?? {};
    const bytes = Buffer.byteLength(JSON.stringify(part.Item ?? part));
    return {
      table: part.TableName,
      partition: valueOf(named[keys[0] ?? '']),
      key: keyOf(keys, named),
      bytes,
      units: each * Math.max(1, Math.ceil(bytes / 1024)),
    };
  });
};
