import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The least a function of ours can be: a client of the store, and nothing to do with it. */
export const handler = async (): Promise<DynamoDBClient> => new DynamoDBClient();
