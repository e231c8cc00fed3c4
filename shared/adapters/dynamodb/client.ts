import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/**
 * The store's client: a lost answer is noticed in seconds and asked for again. That is harmless, since every write
 * here is conditional and knows its own lost answer, but for what a ward's messages count, which may then count twice (see
 * test/contracts/engine/lost-answers.test.ts).
 */
export const dynamoClient = (): DynamoDBClient =>
  new DynamoDBClient({
    requestHandler: { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true },
  });
