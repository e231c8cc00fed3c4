import { describe, expect, it } from 'vitest';
import {
  countedKinds,
  dispatchJobKind,
  dueIndex,
  statusEventKind,
  table,
  tableIndexes,
} from '../../shared/adapters/dynamodb/table.ts';
import { stages } from '../../infra/stages.ts';
import { idsIn, resourcesOf, templates, theOnly } from './template.ts';

const template = templates.prod;
const [dataKey] = resourcesOf(template, 'AWS::KMS::Key')
  .filter(([, { Properties }]) => Properties['EnableKeyRotation'] === true)
  .map(([id]) => id);

const keys = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

describe('the table', () => {
  const [, { Properties }] = theOnly(template, 'AWS::DynamoDB::GlobalTable');

  it('has the keys, the expiry and the indexes that its adapter reads and writes by', () => {
    expect(Properties).toMatchObject({
      KeySchema: keys(table.partitionKey, table.sortKey),
      TimeToLiveSpecification: { AttributeName: table.expiry, Enabled: true },
      GlobalSecondaryIndexes: tableIndexes.map(({ name, partitionKey, sortKey, ...more }) => ({
        IndexName: name,
        KeySchema: keys(partitionKey, sortKey),
        Projection:
          'includes' in more
            ? { ProjectionType: 'INCLUDE', NonKeyAttributes: more.includes }
            : { ProjectionType: 'KEYS_ONLY' },
      })),
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    });
  });

  it('can be brought back to any second of the last 35 days', () => {
    expect(Properties['Replicas']).toMatchObject([
      { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    ]);
  });

  it('wakes tell-of-post for dispatch jobs that owe word and for what reports count, and for nothing else', () => {
    const streams = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').filter(
      ([, mapping]) => 'StartingPosition' in mapping.Properties,
    );
    expect(streams, 'a shard has room for two readers').toHaveLength(2);
    const { Filters } = streams[1]![1].Properties['FilterCriteria'] as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown)).toEqual([
      {
        eventName: ['MODIFY'],
        dynamodb: {
          NewImage: {
            [table.kind]: { S: [dispatchJobKind] },
            [dueIndex.partitionKey]: { S: [{ prefix: 'post#' }] },
          },
        },
      },
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { [table.kind]: { S: [...countedKinds] } } } },
    ]);
  });

  it('wakes decide-notifications for new status events and for nothing else', () => {
    const [stream] = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').filter(
      ([, mapping]) => 'StartingPosition' in mapping.Properties,
    );
    const { Filters } = stream![1].Properties['FilterCriteria'] as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown)).toEqual([
      { eventName: ['INSERT'], dynamodb: { NewImage: { [table.kind]: { S: [statusEventKind] } } } },
    ]);
    expect(stream![1].Properties).toMatchObject({
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 20 * 3600,
      ParallelizationFactor: stages.prod.decidersPerShard,
    });
  });
});

describe('the queues', () => {
  const queues = resourcesOf(template, 'AWS::SQS::Queue');

  it('are encrypted with our key and refuse to be reached in the clear', () => {
    const guarded = resourcesOf(template, 'AWS::SQS::QueuePolicy')
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('aws:SecureTransport'))
      .flatMap(([, { Properties }]) => idsIn(Properties['Queues']));
    expect(guarded.toSorted()).toEqual(queues.map(([id]) => id).toSorted());
    for (const [, { Properties }] of queues) expect(idsIn(Properties['KmsMasterKeyId'])).toEqual([dataKey]);
  });

  it('hide an SMS six times as long as its worker may run, and give it up to a person after five tries', () => {
    const [[, sms]] = queues.filter(
      ([, { Properties }]) => Properties['QueueName'] === 'bao-tin-prod-sms',
    ) as [(typeof queues)[number]];
    const [[, sender]] = resourcesOf(template, 'AWS::Lambda::Function').filter(
      ([, { Properties }]) => Properties['FunctionName'] === 'bao-tin-prod-send-sms',
    ) as [(typeof queues)[number]];
    expect(sms.Properties).toMatchObject({
      VisibilityTimeout: 6 * (sender.Properties['Timeout'] as number),
      RedrivePolicy: { maxReceiveCount: 5 },
    });
  });

  it('keep for a fortnight what waits for a person', () => {
    const dead = queues.filter(([, { Properties }]) =>
      String(Properties['QueueName']).endsWith('-dead-letters'),
    );
    expect(dead.map(([, { Properties }]) => Properties['MessageRetentionPeriod'])).toEqual(
      Array(8).fill(14 * 24 * 3600),
    );
  });
});

describe('the letters’ files', () => {
  const [bucket, { Properties }] = theOnly(template, 'AWS::S3::Bucket');

  it('are encrypted with our key, closed to the public and refuse to be reached in the clear', () => {
    const [rule] = (Properties['BucketEncryption'] as { ServerSideEncryptionConfiguration: unknown[] })
      .ServerSideEncryptionConfiguration;
    expect(rule).toMatchObject({ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } });
    expect(idsIn(rule)).toEqual([dataKey]);
    expect(new Set(Object.values(Properties['PublicAccessBlockConfiguration'] as object))).toEqual(
      new Set([true]),
    );
    const [, policy] = theOnly(template, 'AWS::S3::BucketPolicy');
    expect(idsIn(policy.Properties['Bucket'])).toEqual([bucket]);
    expect(JSON.stringify(policy.Properties)).toContain('"aws:SecureTransport":"false"');
  });

  it('are forgotten after half a year, batches and lists of offices after a month, what a citizen asked to see after two weeks, who was erased after five years; evidence that nothing else has deleted too', () => {
    const { Rules } = Properties['LifecycleConfiguration'] as { Rules: Record<string, unknown>[] };
    expect(Rules.map(({ Prefix, ExpirationInDays }) => [Prefix, ExpirationInDays])).toEqual([
      ['letters/', 180],
      ['batches/', 30],
      ['evidence/', 180],
      ['imports/', 30],
      ['erased/', 1830],
      ['persons/', 14],
      [undefined, undefined],
    ]);
  });
});

it('prints letters and labels where the press was compiled for', () => {
  const presses = resourcesOf(template, 'AWS::Lambda::Function')
    .filter(([, { Properties }]) => JSON.stringify(Properties['Architectures']) === '["x86_64"]')
    .map(([, { Metadata, Properties }]) => [Metadata!['bao-tin:entry'], Properties['MemorySize']]);
  expect(presses).toEqual([
    ['functions/letter/render-letter.ts', 1536],
    ['functions/letter/print-letters.ts', 1769],
    ['functions/office/answer-persons.ts', 1769],
    ['functions/post/serve-paperwork.ts', 1536],
    ['functions/desk/print-from-desk.ts', 1769],
  ]);
});

it('encrypts every log with our key, and forgets whole phone numbers after a week', () => {
  const groups = resourcesOf(template, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties);
  for (const { KmsKeyId } of groups) expect(idsIn(KmsKeyId)).toEqual([dataKey]);

  // The carriers' groups may stand before the stack does, so a function adopts them instead.
  const [, { Properties }] = theOnly(template, 'Custom::SmsAccount');
  expect(Properties['retentionDays']).toBe(7);
  expect(idsIn(Properties['key'])).toEqual([dataKey]);
  const followed = resourcesOf(template, 'AWS::Logs::SubscriptionFilter').map(
    ([, filter]) => filter.Properties['LogGroupName'],
  );
  expect(followed).toHaveLength(2);
  expect(Properties['logGroups']).toEqual(followed);
});
