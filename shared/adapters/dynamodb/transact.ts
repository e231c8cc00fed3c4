import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/**
 * Writes something and what counts it, both or neither. `refused`: its own condition does not hold. `conflict`: the count
 * has moved meanwhile, or somebody writes one of the two right now.
 */
export const transactCounted = async (
  client: DynamoDBClient,
  write: TransactWriteItem,
  count: TransactWriteItem,
): Promise<'done' | 'refused' | 'conflict'> => {
  const why = await transact(client, [write, count]);
  if (why === undefined) return 'done';
  if (why[0] === 'ConditionalCheckFailed') return 'refused';
  if (why[1] === 'ConditionalCheckFailed' || why.includes('TransactionConflict')) return 'conflict';
  throw new Error(`a write with its count was cancelled: ${why.join(', ')}`);
};

/** Writes all or nothing; the codes of its parts when it is nothing. The SDK's token makes a repeat harmless. */
export const transact = async (
  client: DynamoDBClient,
  writes: TransactWriteItem[],
): Promise<string[] | undefined> => {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: writes }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return (error.CancellationReasons ?? []).map(({ Code = '' }) => Code);
  }
};
