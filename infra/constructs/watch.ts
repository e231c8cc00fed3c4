import type { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type Deployment, nameOf } from './deployment.ts';

/** Every part whose failure hurts somebody says whom, in a sentence the person on duty reads at three in the morning. */
export type Hurts = { whoIsHurt: string };

type Watched = Hurts & {
  /** Short and unique in the stage; the row of the alarms table in docs/operations.md. */
  name: string;
  /** What CloudWatch saw, in a few words. */
  what: string;
  metric: IMetric;
  /** Rings when the metric is greater than this. */
  above?: number;
  /** Rings when the metric is less than this, or missing altogether. */
  below?: number;
};

/** An alarm that says what happened, who is hurt and where to read what to do first. */
export const watch = (
  deployment: Deployment,
  { name, what, whoIsHurt, metric, above = 0, below }: Watched,
): Alarm => {
  const alarm = new Alarm(deployment.alarms, `${name}-alarm`, {
    alarmName: nameOf(deployment, name),
    alarmDescription: `${what}. Who is hurt: ${whoIsHurt} What to do first: docs/operations.md, "${name}".`,
    metric,
    evaluationPeriods: 1,
    ...(below === undefined
      ? {
          threshold: above,
          comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
          treatMissingData: TreatMissingData.NOT_BREACHING,
        }
      : {
          threshold: below,
          comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
          treatMissingData: TreatMissingData.BREACHING,
        }),
  });
  if (deployment.alarmTopic) alarm.addAlarmAction(new SnsAction(deployment.alarmTopic));
  return alarm;
};

/** A counter that the functions print as embedded metrics; `stage` is its only dimension, because each costs money. */
export const counted = ({ stage }: Deployment, metricName: string, period: Duration): Metric =>
  new Metric({
    namespace: 'BaoTin',
    metricName,
    dimensionsMap: { stage },
    statistic: Stats.SUM,
    period,
  });

/** What a function failed at: what Lambda saw of it (a crash, a time-out) and what it answered for itself. */
export const failuresOf = ({ stage }: Deployment, fn: IFunction, period: Duration): MathExpression =>
  new MathExpression({
    expression: 'FILL(crashed, 0) + FILL(answered, 0)',
    usingMetrics: {
      crashed: fn.metricErrors({ period, statistic: Stats.SUM }),
      answered: new Metric({
        namespace: 'BaoTin',
        metricName: 'failed',
        dimensionsMap: { stage, function: fn.functionName },
        statistic: Stats.SUM,
        period,
      }),
    },
    period,
    label: 'failed',
  });

type WatchedCount = Omit<Watched, 'metric'> & { counter?: string; every: Duration };

/** An alarm on a counter over so long; the counter has the alarm's own name unless it says another. */
export const watchCount = (deployment: Deployment, { counter, every, ...watched }: WatchedCount): Alarm =>
  watch(deployment, { ...watched, metric: counted(deployment, counter ?? watched.name, every) });
