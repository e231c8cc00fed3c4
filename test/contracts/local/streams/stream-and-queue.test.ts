import { BatchWriteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { System } from '../../../../infra/local/system.ts';
import { aFunction, aQueue, arnOf, aTable } from '../../../adapters/local/a-template.ts';
import { aDirectory, aSystem, handlerFile, seen } from '../a-system.ts';

let system: System;
let directory: string;
let dynamodb: DynamoDBClient;
let sqs: SQSClient;

beforeAll(async () => {
  directory = await aDirectory();
  system = await aSystem({
    Table: aTable,
    StreamDead: aQueue(),
    Dead: aQueue(),
    Work: aQueue({
      VisibilityTimeout: 3,
      RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 3 },
    }),
    Keep: aFunction(handlerFile('keep-order'), {
      Environment: { Variables: { SEEN: join(directory, 'stream') } },
    }),
    Take: aFunction(handlerFile('take-messages'), {
      Environment: { Variables: { SEEN: join(directory, 'queue') } },
    }),
    Doorbell: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: arnOf('Table', 'StreamArn'),
        FunctionName: { Ref: 'Keep' },
        BatchSize: 25,
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 3,
        StartingPosition: 'TRIM_HORIZON',
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        FilterCriteria: {
          Filters: [
            { Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"kind":{"S":["status-event"]}}}}' },
          ],
        },
        DestinationConfig: { OnFailure: { Destination: arnOf('StreamDead') } },
      },
    },
    Poll: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: arnOf('Work'),
        FunctionName: { Ref: 'Take' },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 2 },
      },
    },
  });
  const aws = { region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  dynamodb = new DynamoDBClient({ ...aws, endpoint: system.endpoints.dynamodb });
  sqs = new SQSClient({ ...aws, endpoint: system.endpoints.sqs });
});
afterAll(() => system?.stop());

const item = (sk: string, kind = 'status-event') => ({ pk: { S: 'ward' }, sk: { S: sk }, kind: { S: kind } });
const fromQueue = async (name: string) => {
  for (let tries = 0; tries < 20; tries += 1) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: system.queues[name],
        WaitTimeSeconds: 1,
        MaxNumberOfMessages: 10,
      }),
    );
    if (Messages.length > 0) return Messages.map(({ Body = '' }) => Body);
  }
  return [];
};

describe('one poisoned record stops nobody', () => {
  it('takes 200 others in order and puts the poisoned one aside after its tries', async () => {
    const names = Array.from({ length: 201 }, (_, index) =>
      index === 77 ? 'poison' : `e${String(index).padStart(3, '0')}`,
    );
    for (const name of names)
      await dynamodb.send(new PutItemCommand({ TableName: 'bao-tin', Item: item(name) }));
    await dynamodb.send(new PutItemCommand({ TableName: 'bao-tin', Item: item('a-dossier', 'dossier') }));

    const lines = await seen(join(directory, 'stream'), (all) => all.some((line) => line.startsWith('e200')));
    const order = lines.map((line) => line.split(' ')[0]!);
    expect([...new Set(order)]).toEqual(names);
    const tries = order.filter((name) => name === 'poison').length;
    expect(tries).toBeGreaterThanOrEqual(4);
    expect(order).not.toContain('a-dossier');

    const [document] = (await fromQueue('StreamDead')).map(
      (body) => JSON.parse(body) as Record<string, never>,
    );
    expect(document).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 4 },
      DDBStreamBatchInfo: { batchSize: 1, shardId: expect.stringMatching(/^shardId-/) },
    });
  });

  it('hands a write over in well under a second', async () => {
    const spans: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const begun = Date.now();
      await dynamodb.send(new PutItemCommand({ TableName: 'bao-tin', Item: item(`late-${round}`) }));
      const lines = await seen(join(directory, 'stream'), (all) =>
        all.some((line) => line.startsWith(`late-${round} `)),
      );
      spans.push(Number(lines.find((line) => line.startsWith(`late-${round} `))!.split(' ')[1]) - begun);
    }
    console.log(`write to handler: ${spans.toSorted((one, other) => one - other).join(', ')} ms`);
    expect(Math.max(...spans)).toBeLessThan(1000);
  });

  it('takes what was written in one go', async () => {
    const requests = Array.from({ length: 25 }, (_, index) => ({
      PutRequest: { Item: item(`batch-${index}`) },
    }));
    await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { 'bao-tin': requests } }));
    const lines = await seen(
      join(directory, 'stream'),
      (all) => all.filter((line) => line.startsWith('batch-')).length >= 25,
    );
    expect(new Set(lines.filter((line) => line.startsWith('batch-'))).size).toBe(25);
  });
});

const send = (body: string) =>
  sqs.send(new SendMessageCommand({ QueueUrl: system.queues['Work'], MessageBody: body }));

describe('one bad message stops nobody', () => {
  it('takes the others once and puts the bad one aside after three tries', async () => {
    // A function that is still being loaded when its messages come back would get them once more, on Lambda too.
    await send('m0');
    await seen(join(directory, 'queue'), (all) => all.length === 1);
    for (let index = 1; index < 20; index += 1) await send(index === 7 ? 'bad' : `m${index}`);
    expect(await fromQueue('Dead')).toEqual(['bad']);
    const lines = await seen(join(directory, 'queue'), (all) => all.length >= 22);
    expect(lines.filter((line) => line === 'bad')).toHaveLength(3);
    expect(lines.filter((line) => line !== 'bad').toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `m${index}`)
        .filter((name) => name !== 'm7')
        .toSorted(),
    );
  });
});
