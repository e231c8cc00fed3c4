import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { type Deployment, nameOf } from './deployment.ts';
import type { WardFunction } from './ward-function.ts';
import { WardRole } from './ward-role.ts';
import { type Hurts, watch } from './watch.ts';

type ClockProps = Hurts & {
  deployment: Deployment;
  strikes: WardFunction;
  /** How often; each minute where nothing is said. */
  everyMinutes?: number;
};

/**
 * Strikes every minute of the ward's day, or every few. A missed stroke is not kept and not repeated, because the next
 * one does its work; a clock that stands still for five minutes, or three strokes, rings an alarm instead.
 */
export const clock = (
  parent: Construct,
  id: string,
  { deployment, strikes, whoIsHurt, everyMinutes = 1 }: ClockProps,
): void => {
  const scope = new Construct(parent, id);
  const role = new WardRole(scope, 'role', 'scheduler.amazonaws.com');
  role.say(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [strikes.lambda.functionArn] }),
  );

  const name = everyMinutes === 1 ? 'every-minute' : `${id}-every-${everyMinutes}-minutes`;
  const quiet = Duration.minutes(Math.max(5, 3 * everyMinutes));
  const schedule = new CfnSchedule(scope, name, {
    name: nameOf(deployment, name),
    scheduleExpression: `cron(${everyMinutes === 1 ? '*' : `0/${everyMinutes}`} * * * ? *)`,
    scheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: strikes.lambda.functionArn,
      roleArn: role.roleArn,
      retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 },
    },
  });
  schedule.node.addDependency(role);
  strikes.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });

  watch(deployment, {
    name: `${id}-stands-still`,
    what: `The clock has not struck for ${everyMinutes === 1 ? 'five' : quiet.toMinutes()} minutes`,
    whoIsHurt,
    metric: strikes.lambda.metricInvocations({ period: quiet, statistic: Stats.SUM }),
    below: 1,
  });
};
