import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../infra/local/template/resource.ts';
import { blueprint } from '../../../infra/local/template/template.ts';
import { aFunction, anApi, aQueue, aRoute, arnOf, aTable, here, withToken } from './a-template.ts';

const read = (Resources: Record<string, Resource>) => blueprint({ Resources }, here);

describe('what the template says becomes plain data', () => {
  it('reads the table with its index, stream and expiry', () => {
    expect(read({ Table: aTable }).tables).toMatchObject([
      {
        name: 'bao-tin',
        stream: 'NEW_AND_OLD_IMAGES',
        expiry: 'expiresAt',
        indexes: [{ name: 'due-index' }],
      },
    ]);
  });

  it('gives a function the addresses of this machine', () => {
    const { functions } = read({
      ...anApi,
      Table: aTable,
      Sms: aQueue({ QueueName: 'sms' }),
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {} } },
      Send: aFunction('functions/notification/send-sms.ts', {
        Timeout: 20,
        Environment: {
          Variables: {
            TABLE_NAME: { Ref: 'Table' },
            QUEUE_URL: { Ref: 'Sms' },
            KEY: arnOf('Key'),
            ISSUER: arnOf('Api', 'ApiEndpoint'),
            PAGES: {
              'Fn::Join': [
                '',
                [
                  'https://',
                  { Ref: 'Api' },
                  '.execute-api.',
                  { Ref: 'AWS::Region' },
                  '.',
                  { Ref: 'AWS::URLSuffix' },
                  '/tra-cuu',
                ],
              ],
            },
            BOARD: { 'Fn::Sub': 'https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/bang' },
          },
        },
      }),
    });
    expect(functions[0]).toMatchObject({
      name: 'send-sms',
      entry: 'functions/notification/send-sms.ts',
      export: 'handler',
      timeout: 20,
      retries: 2,
      environment: {
        TABLE_NAME: 'bao-tin',
        QUEUE_URL: 'http://127.0.0.1:9324/000000000000/sms',
        KEY: 'arn:aws:kms:ap-southeast-1:000000000000:key/Key',
        ISSUER: 'http://127.0.0.1:4000',
        PAGES: 'http://127.0.0.1:4000/tra-cuu',
        BOARD: 'http://127.0.0.1:4000/bang',
      },
    });
  });

  it('reads queues with the queue that takes what fails', () => {
    const { queues } = read({
      Dead: aQueue(),
      Sms: aQueue({
        VisibilityTimeout: 120,
        RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 5 },
      }),
    });
    expect(queues[1]?.settings).toEqual({
      VisibilityTimeout: '120',
      RedrivePolicy:
        '{"deadLetterTargetArn":"arn:aws:sqs:ap-southeast-1:000000000000:Dead","maxReceiveCount":5}',
    });
  });

  it('reads the mappings of the stream and of a queue', () => {
    const { streams, polls } = read({
      Table: aTable,
      Sms: aQueue(),
      Dead: aQueue(),
      Decide: aFunction('functions/dossier/decide-notifications.ts'),
      Doorbell: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: arnOf('Table', 'StreamArn'),
          FunctionName: { Ref: 'Decide' },
          BatchSize: 10,
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 3,
          ParallelizationFactor: 4,
          StartingPosition: 'TRIM_HORIZON',
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
          DestinationConfig: { OnFailure: { Destination: arnOf('Dead') } },
        },
      },
      Poll: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: arnOf('Sms'),
          FunctionName: { Ref: 'Decide' },
          ScalingConfig: { MaximumConcurrency: 5 },
        },
      },
    });
    expect(streams).toMatchObject([
      {
        id: 'Doorbell',
        table: 'bao-tin',
        batchSize: 10,
        bisect: true,
        retries: 3,
        maxAge: -1,
        onFailure: 'Dead',
        partialFailures: true,
      },
    ]);
    expect(polls).toMatchObject([
      { id: 'Poll', queue: 'Sms', function: 'decide-notifications', batchSize: 10, atOnce: 5 },
    ]);
  });

  it('reads routes with who may call them', () => {
    const { api } = read({
      ...anApi,
      Accept: aFunction('functions/dossier/accept-status.ts'),
      ...aRoute('POST /v1/status-events', 'Accept', withToken('ward:write')),
    });
    expect(api?.routes).toEqual([
      {
        key: 'POST /v1/status-events',
        method: 'POST',
        segments: ['v1', 'status-events'],
        function: 'accept-status',
        guard: { issuer: 'http://127.0.0.1:4000', audience: ['bao-tin'], scopes: ['ward:write'] },
      },
    ]);
  });

  it('reads what the clock and the carrier’s log call', () => {
    const { schedules, logs } = read({
      Sweep: aFunction('functions/notification/release-due.ts'),
      Minute: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          FlexibleTimeWindow: { Mode: 'OFF' },
          ScheduleExpression: 'rate(1 minute)',
          State: 'ENABLED',
          Target: {
            Arn: arnOf('Sweep'),
            Input: '{"sweep":"due"}',
            RoleArn: arnOf('Role'),
            RetryPolicy: { MaximumRetryAttempts: 185 },
          },
        },
      },
      Night: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ScheduleExpression: 'cron(0 1 * * ? *)',
          State: 'ENABLED',
          Targets: [{ Arn: arnOf('Sweep'), Id: 'T' }],
        },
      },
      Group: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'sns/sms' } },
      Receipts: {
        Type: 'AWS::Logs::SubscriptionFilter',
        Properties: { LogGroupName: { Ref: 'Group' }, DestinationArn: arnOf('Sweep'), FilterPattern: '' },
      },
    });
    expect(schedules).toMatchObject([
      { id: 'Minute', function: 'release-due', at: { every: 60_000 }, input: '{"sweep":"due"}' },
      { id: 'Night', function: 'release-due', at: { cron: '0 1 * * *', timeZone: 'UTC' } },
    ]);
    expect(logs).toEqual([{ group: 'sns/sms', function: 'release-due', filter: 'Receipts' }]);
  });
});

describe('what one machine cannot run is an error that names it', () => {
  const refused: [what: string, Resources: Record<string, Resource>, message: RegExp][] = [
    ['an unknown resource', { Bus: { Type: 'AWS::Events::EventBus' } }, /Bus \(AWS::Events::EventBus\)/],
    ['an unknown property', { Sms: aQueue({ FifoQueue: true }) }, /Sms \(AWS::SQS::Queue\).*FifoQueue/s],
    [
      'a function without an entry',
      { F: { Type: 'AWS::Lambda::Function', Properties: { Handler: 'index.handler' } } },
      /F .*bao-tin:entry/,
    ],
    ['a condition', { Sms: { ...aQueue(), Condition: 'IsProd' } }, /Sms .*conditions/],
    ['an import', { Sms: aQueue({ QueueName: { 'Fn::ImportValue': 'x' } }) }, /Fn::ImportValue/],
    ['a missing resource', { Sms: aQueue({ QueueName: { Ref: 'Gone' } }) }, /Gone/],
    [
      'a route it could not match',
      { ...anApi, F: aFunction('functions/f.ts'), ...aRoute('POST /a/{id}:x', 'F') },
      /\{id\}:x/,
    ],
    [
      'a filter it cannot test',
      {
        Sms: aQueue(),
        M: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            EventSourceArn: arnOf('Sms'),
            FunctionName: 'f',
            FilterCriteria: { Filters: [{ Pattern: '{"body":{"n":[{"numeric":[">",1]}]}}' }] },
          },
        },
      },
      /M: the filter/,
    ],
    [
      'a queue that hands a message out again while its function still has time for it',
      {
        Sms: aQueue({ VisibilityTimeout: 10 }),
        F: aFunction('functions/f.ts', { Timeout: 20 }),
        M: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: arnOf('Sms'), FunctionName: { Ref: 'F' } },
        },
      },
      /M .*come back after 10 s, while f has 20 s/,
    ],
    [
      'a once-only schedule',
      {
        F: aFunction('functions/f.ts'),
        Once: {
          Type: 'AWS::Scheduler::Schedule',
          Properties: {
            FlexibleTimeWindow: { Mode: 'OFF' },
            ScheduleExpression: 'at(2026-12-01T08:00:00)',
            Target: { Arn: arnOf('F') },
          },
        },
      },
      /Once: the schedule at/,
    ],
  ];
  it.each(refused)('refuses %s', (_, resources, message) => {
    expect(() => read(resources)).toThrow(message);
  });

  it('passes over permissions and alarms', () => {
    expect(
      read({ Role: { Type: 'AWS::IAM::Role' }, Alarm: { Type: 'AWS::CloudWatch::Alarm' } }).functions,
    ).toEqual([]);
  });
});
