import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { dashboard } from '../constructs/alarms/dashboard.ts';
import { counted, watch, watchCount } from '../constructs/watch.ts';
import type { House } from './foundation.ts';

/** What AWS lets a new account spend on SMS in a month, in USD. */
const spendAtFirst = 1;

/** What no single part sees of itself, and one page on which all of it stands. */
export const watching = ({ deployment, sms, door }: House): void => {
  const { smsDollarsPerMonth = spendAtFirst } = deployment.settings;
  watchCount(deployment, {
    name: 'denied',
    what: 'AWS refused a function something that its role, or the policy of a key or topic, does not allow',
    whoIsHurt:
      'Whoever waits for what that function does; it goes on being refused until the right is given.',
    every: Duration.minutes(5),
  });
  watchCount(deployment, {
    name: 'choices-changed',
    what: 'An office changed its name, number, hours of sending, limits or a text',
    whoIsHurt: 'Nobody, if the office meant it; else every citizen of it reads a wrong word or number.',
    every: Duration.minutes(5),
  });
  watch(deployment, {
    name: 'functions-throttled',
    what: 'More functions are to run at once than the account may run',
    whoIsHurt: 'Ward offices are turned away, and citizens hear later.',
    metric: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Throttles',
      statistic: Stats.SUM,
      period: Duration.minutes(5),
    }),
  });
  watch(deployment, {
    name: 'sms-spend',
    what: `SMS have cost four fifths of the ${smsDollarsPerMonth} USD that they may cost in this month`,
    whoIsHurt: 'Citizens are told nothing by this carrier once the rest is spent, until the month is over.',
    metric: new Metric({
      namespace: 'AWS/SNS',
      metricName: 'SMSMonthToDateSpentUSD',
      statistic: Stats.MAXIMUM,
      period: Duration.hours(1),
    }),
    above: 0.8 * smsDollarsPerMonth,
  });
  const period = Duration.hours(6);
  watch(deployment, {
    name: 'receipts-missing',
    what: 'More messages waited for a receipt in vain than receipts came',
    whoIsHurt: 'Officers do not see which citizens were not reached and have to be called.',
    metric: new MathExpression({
      expression: 'FILL(missing, 0) - FILL(reached, 0) - FILL(missed, 0)',
      usingMetrics: {
        missing: counted(deployment, 'unconfirmed', period),
        reached: counted(deployment, 'delivered', period),
        missed: counted(deployment, 'undelivered', period),
      },
      period,
      label: 'without a receipt',
    }),
    above: 20,
  });
  dashboard({ deployment, smsQueue: sms.queue, api: door.metrics });
};
