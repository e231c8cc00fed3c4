import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** Writes all or nothing; the codes of its parts when it is nothing. The SDK's token makes a repeat harmless. */
export const together = async (
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
