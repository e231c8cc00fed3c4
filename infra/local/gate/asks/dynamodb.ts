import { arn } from '../../place.ts';
import type { Ask } from '../../iam/statement.ts';
import { operationOf, type AsksOf } from './asks.ts';

type Value = Record<string, unknown>;
type Item = Record<string, Value>;
type Part = { TableName: string; Key?: Item; Item?: Item };
type Question = Part & {
  IndexName?: string;
  KeyConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
};
type Write = { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } };

/** The attribute that partitions a table or one of its indexes. */
export type PartitionKeys = (table: string, index?: string) => string | undefined;

const tableArn = (named: string): string =>
  named.startsWith('arn:') ? named : arn('dynamodb', `table/${named}`);
const nameOf = (named: string): string => /:table\/([^/]+)/.exec(named)?.[1] ?? named;

/** A key's value as text, as `dynamodb:LeadingKeys` has it. */
const textOf = (value: Value | undefined): string[] =>
  value === undefined ? [] : Object.values(value).map(String);

const askOf = (action: string, resource: string, leading: readonly string[] = []): Ask => ({
  action: `dynamodb:${action}`,
  resource,
  context: leading.length > 0 ? { 'dynamodb:leadingkeys': [...new Set(leading)] } : {},
});

/** Each part of a transaction is authorised as if it came alone. */
const inTransaction: Record<string, string> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

type Read = (request: unknown, operation: string) => Ask[];

const operations = (keys: PartitionKeys): Record<string, Read> => {
  const keyIn = (table: string, item: Item | undefined): string[] =>
    textOf(item?.[keys(nameOf(table)) ?? '']);
  const part = (action: string, { TableName, Key, Item: item }: Part): Ask =>
    askOf(action, tableArn(TableName), keyIn(TableName, Key ?? item));

  /** The value that `#pk = :pk` (in whatever words) names. */
  const partitionIn = (question: Question): string[] => {
    const { TableName, IndexName, KeyConditionExpression: condition = '' } = question;
    const key = keys(nameOf(TableName), IndexName);
    for (const [, name = '', value = ''] of condition.matchAll(/([#\w]+)\s*=\s*(:\w+)/g))
      if ((question.ExpressionAttributeNames?.[name] ?? name) === key)
        return textOf(question.ExpressionAttributeValues?.[value]);
    return [];
  };

  const ofOne: Read = (request, operation) => [part(operation, request as Part)];
  const ofQuestion: Read = (request, operation) => {
    const question = request as Question;
    const table = tableArn(question.TableName);
    const resource = question.IndexName === undefined ? table : `${table}/index/${question.IndexName}`;
    return [askOf(operation, resource, partitionIn(question))];
  };
  const ofTransaction: Read = (request) =>
    (request as { TransactItems: Record<string, Part>[] }).TransactItems.flatMap((item) =>
      Object.entries(item).map(([verb, one]) => part(inTransaction[verb] ?? verb, one)),
    );
  const ofBatch =
    <Entry>(keysOf: (table: string, entry: Entry) => string[]): Read =>
    (request, operation) =>
      Object.entries((request as { RequestItems: Record<string, Entry> }).RequestItems).map(
        ([table, entry]) => askOf(operation, tableArn(table), keysOf(table, entry)),
      );

  return {
    GetItem: ofOne,
    PutItem: ofOne,
    UpdateItem: ofOne,
    DeleteItem: ofOne,
    Query: ofQuestion,
    Scan: ofQuestion,
    TransactGetItems: ofTransaction,
    TransactWriteItems: ofTransaction,
    BatchGetItem: ofBatch((table, { Keys }: { Keys: Item[] }) => Keys.flatMap((key) => keyIn(table, key))),
    BatchWriteItem: ofBatch((table, writes: Write[]) =>
      writes.flatMap(({ PutRequest, DeleteRequest }) => keyIn(table, PutRequest?.Item ?? DeleteRequest?.Key)),
    ),
    DescribeTable: ofOne,
    DescribeTimeToLive: ofOne,
    ListTables: (_, operation) => [askOf(operation, '*')],
  };
};

/** Streams are asked by their ARN, or by an iterator that begins with it. */
const ofStream: Read = (request, operation) => {
  const { StreamArn, ShardIterator = '' } = request as { StreamArn?: string; ShardIterator?: string };
  const table = /:table\/([^/]+)\/stream\//.exec(StreamArn ?? ShardIterator)?.[1];
  return [askOf(operation, table === undefined ? '*' : `${tableArn(table)}/stream/local`)];
};

/** Each table of a batch, each part of a transaction, an index by its own name, with every partition that is named. */
export const dynamodbAsks = (keys: PartitionKeys): AsksOf => {
  const known = operations(keys);
  return (request) => {
    const operation = operationOf(request);
    const isStream = request.headers['x-amz-target']?.startsWith('DynamoDBStreams') ?? false;
    const read = isStream ? ofStream : Object.hasOwn(known, operation) ? known[operation] : undefined;
    return read?.(JSON.parse(request.body.toString('utf8')), operation);
  };
};
