import { Duration, Validations } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { dueIndex, table } from '../../shared/adapters/dynamodb/table.ts';
import { DeadLetters } from './alarms/dead-letters.ts';
import type { Deployment } from './deployment.ts';
import type { WardFunction } from './ward-function.ts';
import type { WardTable } from './ward-table.ts';
import { type Hurts, watch } from './watch.ts';

type DoorbellProps = Hurts & {
  deployment: Deployment;
  of: WardTable;
  /** Rings for new items of this kind only, */
  kind: string;
  /** or for those that wait for the clock in a partition that begins so. */
  owing?: string;
  /** Rings for every change of these kinds too. A shard has room for two readers, so a third purpose shares a mapping. */
  andChangesOf?: readonly string[];
  wakes: WardFunction;
  /** What the alarm on its age says. */
  what: string;
};

/** Everything new and every change of these kinds; what is deleted rings for nobody. */
const changesOf = (kinds: readonly string[]) =>
  FilterCriteria.filter({
    eventName: FilterRule.or('INSERT', 'MODIFY'),
    dynamodb: { NewImage: { [table.kind]: { S: FilterRule.or(...kinds) } } },
  });

/**
 * The table's stream as a doorbell: a new item of one kind, or one that has begun to owe something, wakes a function. A lost ring loses nothing, since the
 * item is the outbox and the clock looks for what stayed undecided; so a poisoned record may be set aside after
 * five tries, and one that is 20 hours old (the stream forgets after 24) is left to the clock.
 */
export const doorbell = (
  parent: Construct,
  id: string,
  { deployment, of, kind, owing, andChangesOf, wakes, whoIsHurt, what }: DoorbellProps,
): void => {
  const scope = new Construct(parent, id);
  const dead = new DeadLetters(scope, `${id}-dead-letters`, { deployment, whoIsHurt });

  wakes.allow(
    ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    [of.streamArn],
  );
  wakes.allow(['dynamodb:ListStreams'], ['*']);
  Validations.of(wakes).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'Lambda refuses a stream mapping without ListStreams, an action that names no resource.',
  });

  wakes.lambda.addEventSourceMapping(id, {
    eventSourceArn: of.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual(owing === undefined ? 'INSERT' : 'MODIFY'),
        dynamodb: {
          NewImage: {
            [table.kind]: { S: FilterRule.isEqual(kind) },
            ...(owing !== undefined && { [dueIndex.partitionKey]: { S: FilterRule.beginsWith(owing) } }),
          },
        },
      }),
      ...(andChangesOf === undefined ? [] : [changesOf(andChangesOf)]),
    ],
    batchSize: 100,
    maxBatchingWindow: Duration.seconds(1),
    parallelizationFactor: deployment.settings.decidersPerShard ?? 2,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 5,
    maxRecordAge: Duration.hours(20),
    onFailure: dead.failuresOf(wakes),
  });

  watch(deployment, {
    name: `${id}-age`,
    what,
    whoIsHurt,
    metric: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'IteratorAge',
      dimensionsMap: { FunctionName: wakes.lambda.functionName },
      period: Duration.minutes(1),
      statistic: Stats.MAXIMUM,
    }),
    above: Duration.seconds(60).toMilliseconds(),
  });
};
