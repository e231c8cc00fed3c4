import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  Metric,
  PeriodOverride,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { type Deployment, nameOf } from '../deployment.ts';
import { counted } from '../watch.ts';

const half = 12;
const period = Duration.minutes(5);

const graph = (title: string, left: IMetric[]): IWidget =>
  new GraphWidget({ title, left, width: half, height: 6 });

/** Whatever metrics there are of this kind, also of functions that are made later. */
const search = (label: string, schema: string, statistic: string): IMetric =>
  new MathExpression({
    expression: `SEARCH('${schema}', '${statistic}', ${period.toSeconds()})`,
    usingMetrics: {},
    period,
    label,
  });

/** One page for the person on duty: what rings, how the street flows, what waits, what fails, what it costs. */
export const dashboard = ({
  deployment,
  smsQueue,
  api,
}: {
  deployment: Deployment;
  smsQueue: IQueue;
  api: IMetric[];
}): Dashboard => {
  const { stage, alarms: stack } = deployment;
  const counts = (...names: string[]) => names.map((name) => counted(deployment, name, period));
  const alarms = stack.node
    .findAll()
    .filter((part): part is Alarm => part instanceof Alarm)
    .toSorted((a, b) => (a.node.id < b.node.id ? -1 : 1));
  const spend = new Metric({
    namespace: 'AWS/SNS',
    metricName: 'SMSMonthToDateSpentUSD',
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  });
  return new Dashboard(stack, 'dashboard', {
    dashboardName: nameOf(deployment, 'street'),
    defaultInterval: Duration.hours(12),
    periodOverride: PeriodOverride.INHERIT,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms, width: 2 * half, height: 8 })],
      [
        graph('Reported and decided', counts('accepted', 'duplicate', 'rejected', 'told', 'silent')),
        graph(
          'Sent and heard of',
          counts('sent', 'delivered', 'undelivered', 'unconfirmed', 'unknown', 'inbound-unclaimed'),
        ),
      ],
      [
        graph('The API', api),
        graph('Failed, by function', [
          search('', `{BaoTin,function,stage} MetricName="failed" stage="${stage}"`, 'Sum'),
        ]),
      ],
      [
        graph('What waits: oldest in seconds', [
          smsQueue.metricApproximateAgeOfOldestMessage({ period, label: 'SMS' }),
          search(
            '',
            `{AWS/Lambda,FunctionName} MetricName="IteratorAge" "${nameOf({ stage }, '')}"`,
            'Maximum',
          ),
        ]),
        graph('Dead letters', [
          search(
            '',
            `{AWS/SQS,QueueName} MetricName="ApproximateNumberOfMessagesVisible" "${nameOf({ stage }, '')}" "dead-letters"`,
            'Maximum',
          ),
        ]),
      ],
      [
        graph('Turned away', [
          ...counts('busy', 'denied'),
          search(
            '',
            `{AWS/DynamoDB,TableName,GlobalSecondaryIndexName} MetricName="WriteThrottleEvents" TableName="${nameOf({ stage }, 'table')}"`,
            'Sum',
          ),
        ]),
        graph('What SMS cost', [...counts('parts'), spend]),
      ],
    ],
  });
};
