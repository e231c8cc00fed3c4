import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  BatchWriteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gate, openGate } from '../../../../infra/local/gate/gate.ts';
import { strictIn } from '../../../../infra/local/gate/strict/options.ts';
import { openStrict } from '../../../../infra/local/gate/strict/strict.ts';
import { statementsIn } from '../../../../infra/local/iam/statement.ts';

const TableName = 'papers';
const item = (pk: string, letters = 0) => ({
  pk: { S: pk },
  sk: { S: 'x' },
  ...(letters > 0 && { said: { S: 'x'.repeat(letters) } }),
});

let gate: Gate;
let engine: Server;
let reached: string[];
let now: number;

/** An engine that takes whatever it is given, and answers every question with two papers. */
const anEngine = (): Server =>
  createServer((request, response) => {
    request.resume().on('end', () => {
      reached.push(String(request.headers['x-amz-target'] ?? 'Publish').replace(/^.*\./, ''));
      const isSns = request.headers['x-amz-target'] === undefined;
      const body = isSns
        ? '<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>'
        : JSON.stringify({ MessageId: 'm', Items: [item('old'), item('new')], Count: 2, ScannedCount: 2 });
      response
        .writeHead(200, { 'content-type': isSns ? 'text/xml' : 'application/x-amz-json-1.0' })
        .end(body);
    });
  });

const opened = async (limits: string) => {
  await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(engine.address() as AddressInfo).port}`;
  const services = ['dynamodb', 'sqs', 's3', 'sns', 'sms-voice', 'kms', 'secretsmanager'] as const;
  const statements = statementsIn({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }, () => true);
  const role = { id: 'Role', arn: 'arn:aws:iam::0:role/Role', statements };
  gate.rule({
    engines: Object.fromEntries(services.map((name) => [name, url])) as Record<
      (typeof services)[number],
      string
    >,
    rights: {
      callers: new Map([['Fn', { name: 'fn', session: 'arn:aws:sts::0:assumed-role/Role/fn', role }]]),
      roles: new Map(),
      policies: new Map(),
      keys: new Map(),
    },
    partitionKeys: () => 'pk',
    strict: openStrict(
      strictIn(limits),
      () => ['pk', 'sk'],
      () => now,
    ),
    onAnswers: () => {},
    onRefusal: () => {},
  });
  const options = {
    endpoint: gate.url,
    region: 'ap-southeast-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'Fn', secretAccessKey: 'local' },
  };
  return {
    dynamodb: new DynamoDBClient(options),
    sns: new SNSClient(options),
    eum: new PinpointSMSVoiceV2Client(options),
  };
};

beforeEach(async () => {
  reached = [];
  now = 0;
  engine = anEngine();
  gate = await openGate();
});
afterEach(async () => {
  await gate.close();
  engine.closeAllConnections();
  engine.close();
});

const nameOf = async (asking: Promise<unknown>): Promise<string> =>
  asking.then(
    () => 'done',
    (error: unknown) => (error as Error).name,
  );

describe('where AWS takes no more, a function on one machine hears the same', () => {
  it.each([
    [399, 'done'],
    [400, 'ValidationException'],
  ])('an item of %i KB: %s', async (kilobytes, name) => {
    const { dynamodb } = await opened('strict');
    const Item = item('a', kilobytes * 1024);
    expect(await nameOf(dynamodb.send(new PutItemCommand({ TableName, Item })))).toBe(name);
    expect(reached).toEqual(name === 'done' ? ['PutItem'] : []);
  });

  it.each([
    [100, 1, 'done'],
    [101, 1, 'ValidationException'],
    [11, 380, 'done'],
    [12, 380, 'ValidationException'],
  ])('a transaction of %i items of %i KB: %s', async (count, kilobytes, name) => {
    const { dynamodb } = await opened('strict');
    const TransactItems = Array.from({ length: count }, (_, at) => ({
      Put: { TableName, Item: item(`p-${at}`, kilobytes * 1000) },
    }));
    expect(await nameOf(dynamodb.send(new TransactWriteItemsCommand({ TransactItems })))).toBe(name);
  });

  it('a partition that is asked for more than it was granted throttles, and no other does', async () => {
    const { dynamodb } = await opened('strict,partition=5');
    const put = async (pk: string) =>
      nameOf(dynamodb.send(new PutItemCommand({ TableName, Item: item(pk) })));
    const hot = [];
    for (let times = 0; times < 6; times += 1) hot.push(await put('hot'));
    expect(hot).toEqual([
      ...Array.from({ length: 5 }, () => 'done'),
      'ProvisionedThroughputExceededException',
    ]);
    expect(await put('other')).toBe('done');
    now += 1000;
    expect(await put('hot')).toBe('done');
    const Key = item('hot');
    const UpdateExpression = 'SET said = :x';
    const ExpressionAttributeValues = { ':x': { S: 'x'.repeat(5000) } };
    const update = new UpdateItemCommand({ TableName, Key, UpdateExpression, ExpressionAttributeValues });
    expect(await nameOf(dynamodb.send(update))).toBe('ProvisionedThroughputExceededException');
    const many = { papers: [1, 2, 3, 4, 5].map(() => ({ PutRequest: { Item: item('hot') } })) };
    expect(await nameOf(dynamodb.send(new BatchWriteItemCommand({ RequestItems: many })))).toBe(
      'ProvisionedThroughputExceededException',
    );
  });

  it('a transaction says which of its parts met a throttled partition', async () => {
    const { dynamodb } = await opened('strict,partition=2');
    const both = ['hot', 'cold'].map((pk) => ({ Put: { TableName, Item: item(pk) } }));
    const [hot] = both;
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [hot!] }));
    const refused = await dynamodb
      .send(new TransactWriteItemsCommand({ TransactItems: both }))
      .catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(TransactionCanceledException);
    const { CancellationReasons = [] } = refused as TransactionCanceledException;
    expect(CancellationReasons.map(({ Code }) => Code)).toEqual(['ThrottlingError', 'None']);
  });

  it('more SMS a second than were granted are refused by either service, and are not sent', async () => {
    const { sns, eum } = await opened('strict,sms=3');
    const publish = async () =>
      nameOf(sns.send(new PublishCommand({ PhoneNumber: '+84912345678', Message: 'x' })));
    const names = [];
    for (let times = 0; times < 4; times += 1) names.push(await publish());
    expect(names).toEqual(['done', 'done', 'done', 'Throttling']);
    const send = new SendTextMessageCommand({ DestinationPhoneNumber: '+84912345678', MessageBody: 'x' });
    expect(await nameOf(eum.send(send))).toBe('ThrottlingException');
    expect(reached).toHaveLength(3);
    now += 400;
    expect(await publish()).toBe('done');
  });

  it('an index does not show at once what is new; the table itself does', async () => {
    const { dynamodb } = await opened('strict,lag=0.2s');
    const ask = async (IndexName?: string) => {
      const { Items = [], Count } = await dynamodb.send(
        new QueryCommand({
          TableName,
          IndexName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: 'a' } },
        }),
      );
      return [Count, ...Items.map(({ pk }) => pk!.S)];
    };
    await dynamodb.send(new PutItemCommand({ TableName, Item: item('old') }));
    now = 1000;
    for (const pk of ['new', 'old']) await dynamodb.send(new PutItemCommand({ TableName, Item: item(pk) }));
    expect(await ask('due')).toEqual([1, 'old']);
    expect(await ask()).toEqual([2, 'old', 'new']);
    now = 1200;
    expect(await ask('due')).toEqual([2, 'old', 'new']);
  });

  it.each(['lax', 'strict,sms=none', 'strict,speed=3', 'strict,lag=soon'])(
    '“--aws %s” is no limit',
    (text) => {
      expect(() => strictIn(text)).toThrow(/--aws|duration/);
    },
  );
});
