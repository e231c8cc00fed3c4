import { Stack } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { dispatchIndex, dueIndex, lookupIndex, table } from '../../shared/adapters/dynamodb/table.ts';
import { type Deployment, nameOf, removalPolicyOf } from './deployment.ts';
import type { WardFunction } from './ward-function.ts';

type Index = typeof dueIndex | typeof lookupIndex | typeof dispatchIndex;

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const keysOnly = (index: Index): GlobalSecondaryIndexPropsV2 => ({
  indexName: index.name,
  partitionKey: text(index.partitionKey),
  sortKey: text(index.sortKey),
  projectionType: ProjectionType.KEYS_ONLY,
});

const withMore = (index: typeof dispatchIndex): GlobalSecondaryIndexPropsV2 => ({
  ...keysOnly(index),
  projectionType: ProjectionType.INCLUDE,
  nonKeyAttributes: [...index.includes],
});

/**
 * The one table: every ward's events, dossiers and notifications, and what is still owed to whom. The adapter that
 * reads and writes it names its keys.
 */
export class WardTable extends Construct {
  readonly name: string;
  readonly streamArn: string;
  private readonly arn: string;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const { dataKey, settings } = deployment;
    const inner = new TableV2(this, 'table', {
      tableName: nameOf(deployment, 'table'),
      partitionKey: text(table.partitionKey),
      sortKey: text(table.sortKey),
      globalSecondaryIndexes: [keysOnly(dueIndex), keysOnly(lookupIndex), withMore(dispatchIndex)],
      billing: Billing.onDemand(),
      timeToLiveAttribute: table.expiry,
      dynamoStream: StreamViewType.NEW_IMAGE,
      encryption: TableEncryptionV2.customerManagedKey(dataKey),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.keepsData,
      removalPolicy: removalPolicyOf(settings),
    });
    this.name = inner.tableName;
    this.arn = inner.tableArn;
    this.streamArn = inner.tableStreamArn!;
    this.key = dataKey;
  }

  /** Reading by key. */
  allowRead(fn: WardFunction, ...actions: ('GetItem' | 'BatchGetItem')[]): void {
    this.allow(fn, actions, [this.arn]);
    this.allowKey(fn, ['kms:Decrypt', 'kms:DescribeKey']);
  }

  /** Writing; a transaction is authorised through its parts, so it needs nothing of its own. */
  allowWrite(fn: WardFunction, ...actions: ('PutItem' | 'UpdateItem')[]): void {
    this.allow(fn, actions, [this.arn]);
    this.allowKey(fn, [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ]);
  }

  /** Asking one partition of the table, or an index. */
  allowQuery(fn: WardFunction, ...where: ('table' | Index)[]): void {
    this.allow(
      fn,
      ['Query'],
      where.map((place) => (place === 'table' ? this.arn : `${this.arn}/index/${place.name}`)),
    );
    this.allowKey(fn, ['kms:Decrypt', 'kms:DescribeKey']);
  }

  private allow(fn: WardFunction, actions: string[], resources: string[]): void {
    fn.allow(
      actions.map((action) => `dynamodb:${action}`),
      resources,
    );
  }

  /** The key, but only through the table: a function that may read an item may not unwrap a citizen's phone with it. */
  private allowKey(fn: WardFunction, actions: string[]): void {
    fn.allow(actions, [this.key.keyArn], {
      StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` },
    });
  }
}
