import { Duration } from 'aws-cdk-lib';
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup } from 'aws-cdk-lib/aws-logs';
import { type Deployment, nameOf } from '../deployment.ts';
import { type Hurts, watch, watchCount } from '../watch.ts';

/** The route that answers 429 of its own. */
const slowsByItself = 'POST /tra-cuu';

type Door = Hurts & { id: string; serverErrors: IMetric; accessLog: LogGroup };

/** What rings at the front door: its own failures, callers turned away, tokens refused, a store that cannot keep up. */
export const watchDoor = (deployment: Deployment, { id, whoIsHurt, serverErrors, accessLog }: Door): void => {
  watch(deployment, {
    name: `${id}-5xx`,
    what: 'The API answered with a server error',
    whoIsHurt,
    metric: serverErrors,
  });
  // The API counts all that callers do wrong as one: these two are read from what it writes down. Whoever guesses
  // codes is slowed by the page itself, which is no distress of the API.
  for (const [status, name, what, above] of [
    [
      429,
      `${id}-throttled`,
      'Callers are turned away because all of them together ask more than the API takes',
      0,
    ],
    [401, `${id}-unauthorized`, 'More calls without a good token than expired ones explain', 200],
  ] as const) {
    const filter = accessLog.addMetricFilter(name, {
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.status', '=', String(status)),
        FilterPattern.stringValue('$.route', '!=', slowsByItself),
      ),
      metricNamespace: 'BaoTin',
      metricName: nameOf(deployment, name),
    });
    const metric = filter.metric({ period: Duration.minutes(15), statistic: Stats.SUM });
    watch(deployment, { name, what, whoIsHurt, metric, above });
  }
  watchCount(deployment, {
    name: 'busy',
    what: 'The table or a key could not keep up, and callers were told to come back',
    whoIsHurt,
    every: Duration.minutes(5),
  });
};
