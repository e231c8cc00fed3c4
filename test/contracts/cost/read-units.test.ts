import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { countCalls } from '../../support/counting/count-calls.ts';
import { aTable, emulatedDynamoDB } from '../../support/dynamodb-store.ts';

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });

type Read = (client: DynamoDBClient, TableName: string, ConsistentRead: boolean) => Promise<unknown>;
const get =
  (pk: string): Read =>
  (client, TableName, ConsistentRead) =>
    client.send(new GetItemCommand({ TableName, ConsistentRead, Key: key(pk) }));
const batch =
  (...pks: string[]): Read =>
  (client, TableName, ConsistentRead) =>
    client.send(
      new BatchGetItemCommand({ RequestItems: { [TableName]: { ConsistentRead, Keys: pks.map(key) } } }),
    );
const query =
  (pk: string): Read =>
  (client, TableName, ConsistentRead) =>
    client.send(
      new QueryCommand({
        TableName,
        ConsistentRead,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
      }),
    );
const together =
  (...pks: string[]): Read =>
  (client, TableName) =>
    client.send(
      new TransactGetItemsCommand({ TransactItems: pks.map((pk) => ({ Get: { TableName, Key: key(pk) } })) }),
    );

describe('what a read costs on AWS, whichever engine is asked', () => {
  it.each<[what: string, read: Read, eventual: number, consistent: number]>([
    ['a small item', get('small'), 0.5, 1],
    ['one of five kilobytes', get('large'), 1, 2],
    ['one that is not there', get('none'), 0.5, 1],
    ['a batch, each item for itself', batch('small', 'large'), 1.5, 3],
    ['a batch of which two are not there', batch('small', 'none', 'nothing'), 1.5, 3],
    ['a question that finds nothing', query('none'), 0.5, 1],
    ['a question that finds five kilobytes', query('large'), 1, 2],
    ['a transaction, twice', together('small', 'none'), 4, 4],
  ])('%s', async (_, read, eventual, consistent) => {
    const client = emulatedDynamoDB();
    const table = await aTable(client);
    for (const [pk, letters] of [
      ['small', 10],
      ['large', 5000],
    ] as const)
      await client.send(
        new PutItemCommand({ TableName: table, Item: { ...key(pk), words: { S: 'x'.repeat(letters) } } }),
      );
    const count = countCalls(client);
    await read(client, table, false);
    expect(count.readUnits).toBe(eventual);
    await read(client, table, true);
    expect(count.readUnits - eventual).toBe(consistent);
  });
});
