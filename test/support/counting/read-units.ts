import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { itemSize } from './write-units.ts';

type Item = Record<string, AttributeValue>;
type Keys = { Keys?: Item[]; ConsistentRead?: boolean };
type Asked = { ConsistentRead?: boolean; RequestItems?: Record<string, Keys>; TransactItems?: object[] };
type Found = {
  Item?: Item;
  Responses?: Record<string, Item[]> | { Item?: Item }[];
};

/** What one item costs that is read by its key; one that is not there costs as much as a small one. */
const units = (item: Item | undefined): number => Math.max(1, Math.ceil(itemSize(item ?? {}) / 4096));

const half = (consistent: boolean | undefined): number => (consistent === true ? 1 : 0.5);

/**
 * What a read costs on AWS by the rules of the DynamoDB Developer Guide ("Read and write operations"): whole 4 kilobytes
 * of each item, half as much unless it is consistent, twice in a transaction; items that are not there, and questions that
 * find nothing, cost like the smallest. What a question looked at and did not answer only the engine knows: `charged` is
 * what it says.
 */
export const readUnits = (command: string, input: object, output: object, charged: number): number => {
  const { ConsistentRead, RequestItems = {}, TransactItems = [] } = input as Asked;
  const { Item: item, Responses } = output as Found;
  switch (command) {
    case 'GetItemCommand':
      return half(ConsistentRead) * units(item);
    case 'BatchGetItemCommand':
      return Object.entries(RequestItems).reduce(
        (sum, [table, { Keys = [], ConsistentRead: consistent }]) => {
          const found = (Responses as Record<string, Item[]> | undefined)?.[table] ?? [];
          const all = found.reduce((part, one) => part + units(one), 0) + (Keys.length - found.length);
          return sum + half(consistent) * all;
        },
        0,
      );
    case 'TransactGetItemsCommand':
      return TransactItems.reduce<number>(
        (sum, _, index) => sum + 2 * units((Responses as { Item?: Item }[] | undefined)?.[index]?.Item),
        0,
      );
    case 'QueryCommand':
    case 'ScanCommand':
      return Math.max(charged, half(ConsistentRead));
    default:
      return 0;
  }
};
