import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { canonical } from '../../domain/values/writing/canonical.ts';
import { expressions } from './expressions.ts';
import { type Item, toItem } from './item.ts';

/** What a conditional write came to: its answer, or the item that stood in its way, if there is any. */
type Conditional<T> = { done: T } | { refused: true; by?: Item };

/** A condition that does not hold is an expected answer; anything else that goes wrong is thrown. */
export const conditionally = async <T>(write: Promise<T>): Promise<Conditional<T>> => {
  try {
    return { done: await write };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { refused: true, ...(error.Item && { by: error.Item }) };
  }
};

/** An item to be put, and what has to hold of the one that stands there. */
type Put = { item: Record<string, unknown>; condition: string; values?: Record<string, unknown> };

/** Puts an item where its condition holds, and else tells what stood there. */
export const putIf = async (
  client: DynamoDBClient,
  tableName: string,
  { item, condition, values = {} }: Put,
): Promise<Conditional<unknown>> =>
  conditionally(
    client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: toItem(item),
        ...expressions({ ConditionExpression: condition }, values),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ),
  );

/**
 * Puts what somebody keeps, if what stands there is as it was read. Our own write whose answer was lost, met by its
 * repeat, is saved and no conflict: `read` says what an item holds.
 */
export const putAsRead = async <Value>(
  client: DynamoDBClient,
  tableName: string,
  { value, read, ...put }: Put & { value: Value; read: (item: Item) => Value },
): Promise<'saved' | 'conflict'> => {
  const came = await putIf(client, tableName, put);
  if ('done' in came) return 'saved';
  return came.by !== undefined && canonical(read(came.by)) === canonical(value) ? 'saved' : 'conflict';
};
