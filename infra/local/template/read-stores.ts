import * as z from 'zod';
import { count, every, flag, type Reading } from './resource.ts';

const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Throughput = z.unknown().optional();
const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']).optional(),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
  WriteOnDemandThroughputSettings: Throughput,
  OnDemandThroughput: Throughput,
  WarmThroughput: Throughput,
});

const TableProperties = z.object({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).default([]),
  StreamSpecification: z
    .strictObject({ StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']) })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().optional(), Enabled: flag }).optional(),
});

/** A table as DynamoDB's CreateTable wants it, plus the attribute that says when an item may go. */
export type Table = {
  name: string;
  attributes: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  keys: { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];
  indexes: { name: string; keys: Table['keys']; projection: z.infer<typeof Index>['Projection'] }[];
  stream: 'NEW_AND_OLD_IMAGES' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'KEYS_ONLY' | undefined;
  expiry: string | undefined;
};

// Backups, encryption, capacity and the copies in other regions change nothing for what the handlers see.
const needlessForTables = [
  'BillingMode',
  'Replicas',
  'SSESpecification',
  'PointInTimeRecoverySpecification',
  'DeletionProtectionEnabled',
  'ContributorInsightsSpecification',
  'TableClass',
  'Tags',
  'OnDemandThroughput',
  'WriteOnDemandThroughputSettings',
  'WarmThroughput',
  'ProvisionedThroughput',
];

export const readTables = (from: Reading): Table[] =>
  ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table']
    .flatMap((type) => every(from, type, TableProperties, needlessForTables))
    .map(({ name, properties }) => ({
      name,
      attributes: properties.AttributeDefinitions,
      keys: properties.KeySchema,
      indexes: properties.GlobalSecondaryIndexes.map((index) => ({
        name: index.IndexName,
        keys: index.KeySchema,
        projection: index.Projection,
      })),
      stream: properties.StreamSpecification?.StreamViewType,
      expiry: properties.TimeToLiveSpecification?.Enabled
        ? properties.TimeToLiveSpecification.AttributeName
        : undefined,
    }));

/** Names of the buckets. Lifecycle rules do not run here: nothing expires from a bucket on one machine. */
export const readBuckets = (from: Reading): string[] =>
  every(from, 'AWS::S3::Bucket', z.object({ BucketName: z.string().optional() }), [
    'BucketEncryption',
    'LifecycleConfiguration',
    'LoggingConfiguration',
    'ObjectLockConfiguration',
    'ObjectLockEnabled',
    'OwnershipControls',
    'PublicAccessBlockConfiguration',
    'Tags',
    'VersioningConfiguration',
  ]).map(({ name }) => name);

const QueueProperties = z.object({
  QueueName: z.string().optional(),
  VisibilityTimeout: count.default(30),
  MessageRetentionPeriod: count.optional(),
  DelaySeconds: count.optional(),
  ReceiveMessageWaitTimeSeconds: count.optional(),
  MaximumMessageSize: count.optional(),
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: count }).optional(),
});

/** A queue and its settings as SQS's CreateQueue takes them: seconds and JSON, all as text. */
export type Queue = { name: string; url: string; settings: Record<string, string> };

export const readQueues = (from: Reading): Queue[] =>
  every(from, 'AWS::SQS::Queue', QueueProperties, [
    'KmsMasterKeyId',
    'KmsDataKeyReusePeriodSeconds',
    'RedriveAllowPolicy',
    'SqsManagedSseEnabled',
    'Tags',
  ]).map(({ id, name, properties }) => ({
    name,
    url: String(from.resolve({ Ref: id })),
    settings: Object.fromEntries(
      Object.entries(properties)
        .filter(([key, value]) => key !== 'QueueName' && value !== undefined)
        .map(([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
    ),
  }));
