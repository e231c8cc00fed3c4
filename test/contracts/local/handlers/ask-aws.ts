// Asks AWS for whatever it is told to, and says what came of it.
import {
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const once = { maxAttempts: 1 };
const [dynamodb, s3, sqs] = [new DynamoDBClient(once), new S3Client(once), new SQSClient(once)];
const TableName = 'bao-tin';
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });

const does: Record<string, (word: string) => Promise<unknown>> = {
  get: async (pk) => (await dynamodb.send(new GetItemCommand({ TableName, Key: key(pk) }))).Item,
  query: (IndexName) =>
    dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName,
        KeyConditionExpression: 'duePk = :due',
        ExpressionAttributeValues: { ':due': { S: 'now' } },
      }),
    ),
  put: (partitions) =>
    dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: partitions.split(',').map((pk) => ({ Put: { TableName, Item: key(pk) } })),
      }),
    ),
  send: (letters) =>
    sqs.send(
      new SendMessageCommand({
        QueueUrl: process.env['QUEUE_URL'],
        MessageBody: 'x'.repeat(Number(letters)),
      }),
    ),
  keep: (Key) => s3.send(new PutObjectCommand({ Bucket: process.env['BUCKET'], Key, Body: 'a letter' })),
  read: (Key) => s3.send(new GetObjectCommand({ Bucket: process.env['BUCKET'], Key })),
  say: async (letters) => 'x'.repeat(Number(letters)),
};

export const handler = async ({ what, word }: { what: string; word: string }) => {
  try {
    const answer = await does[what]!(word);
    if (what === 'say') return answer;
    return { is: answer === undefined ? 'nothing' : 'done' };
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { is: name, status: $metadata?.httpStatusCode, message };
  }
};
