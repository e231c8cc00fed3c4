import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { expressions } from './expressions.ts';
import { toItem } from './item.ts';

/** The put of an item that must still be of the version it was read at; 0 means that there was none. */
export const putVersion = (
  tableName: string,
  item: Record<string, unknown>,
  before: number,
): TransactWriteItem & { Put: object } => ({
  Put: {
    TableName: tableName,
    Item: toItem({ ...item, version: before + 1 }),
    ...(before === 0
      ? expressions({ ConditionExpression: 'attribute_not_exists(#pk)' })
      : expressions({ ConditionExpression: '#version = :version' }, { version: before })),
  },
});

/** Whether this write is of an item whose version decides who was faster. */
export const isVersioned = ({ Put }: TransactWriteItem): boolean => Put?.Item?.['version'] !== undefined;
