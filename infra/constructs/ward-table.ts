import { Duration } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { partitions, table, type TableIndex, tableIndexes } from '../../shared/adapters/dynamodb/table.ts';
import { type Deployment, nameOf, removalPolicyOf } from './deployment.ts';
import { watch } from './watch.ts';
import type { WardFunction } from './ward-function.ts';
import { leadingKeys, tableRights, type TableRights } from './table-rights.ts';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const indexOf = (index: TableIndex): GlobalSecondaryIndexPropsV2 => ({
  indexName: index.name,
  partitionKey: text(index.partitionKey),
  sortKey: text(index.sortKey),
  ...('includes' in index
    ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.includes] }
    : { projectionType: ProjectionType.KEYS_ONLY }),
});

/** What was turned away, of the table and of each index, in five minutes; an alarm adds up ten metrics at the most. */
const throttled = (of: ITableV2, metricName: `${'Read' | 'Write'}ThrottleEvents`): MathExpression => {
  const period = Duration.minutes(5);
  const places = [{}, ...tableIndexes.map(({ name }) => ({ GlobalSecondaryIndexName: name }))];
  const usingMetrics = Object.fromEntries(
    places.map((place, index) => [
      `at${index}`,
      of.metric(metricName, {
        dimensionsMap: { TableName: of.tableName, ...place },
        period,
        statistic: Stats.SUM,
      }),
    ]),
  );
  const expression = Object.keys(usingMetrics)
    .map((metric) => `FILL(${metric}, 0)`)
    .join(' + ');
  return new MathExpression({ expression, usingMetrics, period, label: 'turned away' });
};

/**
 * The one table: every ward's events, dossiers and notifications, and what is still owed to whom. The adapter that
 * reads and writes it names its keys.
 */
export class WardTable extends Construct {
  readonly name: string;
  readonly streamArn: string;
  /**
   * Rights to the whole table. Credentials of clients, officers and their sessions, and the wrapped data keys are
   * read with them and never written: whoever takes a function over can neither let himself in nor lock citizens' data away,
   * nor write over what the audit keeps.
   */
  readonly allowRead: TableRights['allowRead'];
  readonly allowWrite: TableRights['allowWrite'];
  readonly allowQuery: TableRights['allowQuery'];
  private readonly arn: string;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const { dataKey, settings } = deployment;
    const warm = settings.warm && {
      warmThroughput: {
        readUnitsPerSecond: settings.warm.reads,
        writeUnitsPerSecond: settings.warm.writes,
      },
    };
    const own = new TableV2(this, 'table', {
      tableName: nameOf(deployment, 'table'),
      partitionKey: text(table.partitionKey),
      sortKey: text(table.sortKey),
      globalSecondaryIndexes: tableIndexes.map((index) => ({ ...indexOf(index), ...warm })),
      ...warm,
      billing: Billing.onDemand(),
      timeToLiveAttribute: table.expiry,
      dynamoStream: StreamViewType.NEW_IMAGE,
      encryption: TableEncryptionV2.customerManagedKey(dataKey),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.keepsData && deployment.first !== true,
      removalPolicy: removalPolicyOf(settings),
    });
    const { restored } = settings;
    // Its own table stays where it is, and is asked for nothing any more.
    const inner = restored
      ? TableV2.fromTableAttributes(this, 'restored', {
          tableName: restored.table,
          tableStreamArn: restored.stream,
        })
      : own;
    watch(deployment, {
      name: 'table-throttled',
      what: 'The table or one of its indexes takes less than is written to it',
      whoIsHurt: 'Ward offices are told to come back later, and what is owed to citizens is decided later.',
      metric: throttled(inner, 'WriteThrottleEvents'),
    });
    watch(deployment, {
      name: 'table-reads-throttled',
      what: 'The table or one of its indexes gives less than is read from it',
      whoIsHurt: 'Offices and partners are told to come back later, and what is due is found later.',
      metric: throttled(inner, 'ReadThrottleEvents'),
    });
    this.name = inner.tableName;
    this.arn = inner.tableArn;
    this.streamArn = inner.tableStreamArn!;
    this.key = dataKey;
    const { client, key, officer, session, deed } = partitions;
    const closed = [client, key, officer, session, deed].map((partition) => `${partition}*`);
    const whole = tableRights(this.arn, this.key, { writes: leadingKeys('StringNotLike', closed) });
    this.allowRead = whole.allowRead;
    this.allowWrite = whole.allowWrite;
    this.allowQuery = whole.allowQuery;
  }

  /**
   * Going through everything, and taking a citizen out of it: of the one function that answers what citizens ask about their own
   * data, which nobody can call. Sessions and what officers did hold words about citizens; credentials, officers and keys do not,
   * and stay closed to it too.
   */
  allowErasing(fn: WardFunction): void {
    const { client, key, officer } = partitions;
    const closed = [client, key, officer].map((partition) => `${partition}*`);
    const rights = tableRights(this.arn, this.key, { writes: leadingKeys('StringNotLike', closed) });
    rights.allowScan(fn);
    rights.allowWrite(fn, 'PutItem', 'DeleteItem');
  }

  /** Rights to the partitions of these names alone; a star stands for what follows. */
  within(...names: string[]): TableRights {
    return tableRights(this.arn, this.key, { asks: leadingKeys('StringLike', names) });
  }
}
